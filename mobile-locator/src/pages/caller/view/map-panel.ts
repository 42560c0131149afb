import { button, el, setText, show } from '../../shared/dom'
import type { Marks } from '../../shared/map/draw'
import type { SchematicMap } from '../../shared/map/open-map'
import type { Place } from '../../shared/place'
import type { Part, Setting } from './part'

export interface MapPanelUse {
  marks(): Marks
  pin: boolean
  /** What the pin pointed at when the person confirmed. */
  onPin?(place: Place): void
}

/** A map behind a button: nothing of it is fetched before the button is tapped. */
export function createMapPanel(setting: Setting, use: MapPanelUse): Part {
  let map: SchematicMap | undefined
  let state: 'shut' | 'opening' | 'open' | 'failed' = 'shut'
  const toggle = button('press quiet', () => (state === 'shut' || state === 'failed' ? void open() : shut()))
  const hint = el('p', { class: 'dim', role: 'status' })
  const holder = el('div')
  const confirm = button('big', () => {
    if (map) use.onPin?.(map.middle)
    shut()
  })
  const node = el('div', { class: 'map-panel' }, toggle, hint, holder, confirm)

  async function open(): Promise<void> {
    state = 'opening'
    update()
    try {
      const { openMap } = await import('../../shared/map/open-map')
      const { text, page } = setting
      const english = page.state.language === 'en'
      map = await openMap(holder, { marks: use.marks(), pin: use.pin, english, labels: text })
      if (isShut()) return shut()
      state = 'open'
    } catch {
      state = 'failed'
    }
    update()
  }

  function isShut(): boolean {
    return state === 'shut'
  }

  function shut(): void {
    state = 'shut'
    map?.close()
    map = undefined
    update()
  }

  function update(): void {
    const { text } = setting
    const opened = state === 'open' || state === 'opening'
    const hints = { shut: '', opening: text.mapLoading, failed: text.mapFailed }
    setText(toggle, opened ? text.hideMap : use.pin ? text.pin : text.showMap)
    toggle.setAttribute('aria-expanded', String(opened))
    setText(hint, state === 'open' ? (use.pin ? text.mapPin : text.mapUnit) : hints[state])
    show(hint, state !== 'shut')
    setText(confirm, text.confirmPin)
    show(confirm, use.pin && state === 'open')
    map?.show(use.marks())
  }

  return { node, update }
}
