import { button, el, setText, show } from './dom'
import type { Language } from './language'
import { mapTexts } from './map-text'
import type { Marks } from './map/draw'
import type { SchematicMap } from './map/open-map'
import type { Place } from './place'

export interface MapPanelUse {
  language(): Language
  /** What the button says that opens the map, and what the open map is for. */
  words(): { open: string; hint: string }
  marks(): Marks
  /** Makes it a map to point on: told where the pin stood when the person confirmed. */
  onPin?(place: Place): void
}

export interface MapPanel {
  node: HTMLElement
  update(): void
}

type Phase = 'shut' | 'opening' | 'open' | 'failed'

/** A map behind a button: nothing of it is fetched before the button is tapped. */
export function createMapPanel(use: MapPanelUse): MapPanel {
  let map: SchematicMap | undefined
  let phase: Phase = 'shut'
  const toggle = button('press quiet', () => (isShown() ? shut() : void open()))
  const hint = el('p', { class: 'dim', role: 'status' })
  const holder = el('div')
  const confirm = button('big', () => {
    if (map) use.onPin?.(map.middle)
    shut()
  })
  const node = el('div', { class: 'map-panel' }, toggle, hint, holder, confirm)

  async function open(): Promise<void> {
    become('opening')
    try {
      const { openMap } = await import('./map/open-map')
      const language = use.language()
      const pin = use.onPin !== undefined
      const opened = await openMap(holder, {
        marks: use.marks(),
        pin,
        english: language === 'en',
        labels: mapTexts[language],
      })
      if (!isShown()) return opened.close()
      map = opened
      become('open')
    } catch {
      become('failed')
    }
  }

  function shut(): void {
    map?.close()
    map = undefined
    become('shut')
  }

  function become(next: Phase): void {
    phase = next
    update()
  }

  function isShown(): boolean {
    return phase === 'open' || phase === 'opening'
  }

  function update(): void {
    const text = mapTexts[use.language()]
    const words = use.words()
    setText(toggle, isShown() ? text.hide : words.open)
    toggle.setAttribute('aria-expanded', String(isShown()))
    setText(hint, { shut: '', opening: text.loading, open: words.hint, failed: text.failed }[phase])
    show(hint, phase !== 'shut')
    setText(confirm, text.confirm)
    show(confirm, use.onPin !== undefined && phase === 'open')
    map?.show(use.marks())
  }

  return { node, update }
}
