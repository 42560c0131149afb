import type { EcgOptions, EcgSource, EcgView } from './options'
import { Viewer, type Doing } from './viewer'
import { ECG_WORDS_ZH } from './words'

export interface EcgComparison {
  readonly first: EcgView
  readonly second: EcgView
  /** Whether what is done to one is done to the other: moves, layout, speed and gain. */
  setLinked(linked: boolean): void
  destroy(): void
}

export interface ComparisonOptions extends EcgOptions {
  /** Of each of the two, such as the time it was recorded. */
  labels: readonly [string, string]
  /** True unless given. */
  linked?: boolean
  /** True where there is little room: what the buttons of the first do, the second does too while they are linked. */
  oneBar?: boolean
}

/** Below this width, two ECGs lie one above the other, unless it is a phone held across: its height is for one. */
const SIDE_BY_SIDE_FROM_PIXELS = 900
const HEIGHT_FOR_TWO_PIXELS = 360

/** Two ECGs beside each other, of whatever kinds. */
export function openEcgComparison(
  host: HTMLElement,
  sources: readonly [EcgSource, EcgSource],
  options: ComparisonOptions,
): EcgComparison {
  const element = document.createElement('div')
  element.className = 'ecg-comparison'
  const link = createLink((options.words ?? ECG_WORDS_ZH).linked)
  link.box.checked = options.linked ?? true
  const pair = document.createElement('div')
  pair.className = 'ecg-pair'
  element.append(link.element, pair)
  host.append(element)
  const arrange = () => element.classList.toggle('ecg-stacked', isStacked(element))
  const watch = new ResizeObserver(arrange)
  // Before anything is drawn: the first look has its final size.
  arrange()
  watch.observe(element)
  const [first, second] = [openOne(pair, sources[0], 0, options), openOne(pair, sources[1], 1, options)]
  const pass = (to: Viewer) => (doing: Doing) => {
    if (link.box.checked) to.follow(doing)
  }
  first.onDoing = pass(second)
  second.onDoing = pass(first)
  return {
    first,
    second,
    setLinked: (linked) => {
      link.box.checked = linked
    },
    destroy: () => {
      watch.disconnect()
      first.destroy()
      second.destroy()
      element.remove()
    },
  }
}

/** A host without a height of its own has all the height there is. */
function isStacked({ clientWidth, clientHeight }: HTMLElement): boolean {
  const flat = clientHeight < HEIGHT_FOR_TWO_PIXELS && clientWidth > 2 * clientHeight
  return clientWidth < SIDE_BY_SIDE_FROM_PIXELS && !flat
}

function openOne(pair: HTMLElement, source: EcgSource, which: 0 | 1, options: ComparisonOptions): Viewer {
  const place = document.createElement('div')
  place.className = 'ecg-place'
  const title = document.createElement('h3')
  title.textContent = options.labels[which]
  place.append(title)
  pair.append(place)
  const bare = options.oneBar && which === 1
  return new Viewer(place, source, {
    ...options,
    ...(bare && { controls: false }),
    label: options.labels[which],
  })
}

function createLink(text: string): { element: HTMLElement; box: HTMLInputElement } {
  const element = document.createElement('label')
  element.className = 'ecg-link'
  const box = document.createElement('input')
  box.type = 'checkbox'
  element.append(box, text)
  return { element, box }
}
