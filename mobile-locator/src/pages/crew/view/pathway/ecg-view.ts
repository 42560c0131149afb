import { type Child, el, fill } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import { EcgNotHad, type NotHad, addressOf } from '../../ecg/ecg-files'
import { daysBetween } from '../../pathway/entries'
import { type ViewableEcg, choose, drawn, toggleBeside, viewableEcgs } from '../../pathway/viewable'
import { languageInUse, words } from '../../text'
import { shortTimeOf } from '../../text/format'
import { block, onLeave, says } from '../block'
import { line, textButton } from '../parts'
import { type About, aboutOf } from './about'

/** One ECG to be zoomed and measured, or two above each other. What is on its way from this phone needs no network. */
export function ecgViewSheet(app: CrewApp): Child[] {
  return [
    block(
      () => [app.pathway.ecg, app.pathway.beside, viewable(app).map(({ sha256 }) => sha256)],
      () => [picks(app), warnings(app)],
    ),
    block(
      () => [app.pathway.ecg, app.pathway.beside],
      () => stage(app),
    ),
  ]
}

export function viewable(app: CrewApp, about: About | undefined = aboutOf(app)): ViewableEcg[] {
  if (!about) return []
  return viewableEcgs(about.shown, app.shift?.ecgs.of(about.patientId) ?? [], app.offsetMillis)
}

const labelOf = (app: CrewApp, { atMillis, format }: ViewableEcg) =>
  `${timeAt(app, atMillis)} ${words().pathway.ecg.format[format]}`

/** An ECG of another day is not to be taken for one of now. */
export function timeAt(app: CrewApp, atMillis: number): string {
  const daysAgo = daysBetween(atMillis, app.serverNow())
  const day = daysAgo === 0 ? '' : `${words().pathway.onset.day(daysAgo)} `
  return day + shortTimeOf(atMillis)
}

/** The patient's ECGs to choose from, whether two are compared, and the file of a picture or document. */
function picks(app: CrewApp): HTMLElement {
  const say = words().pathway.ecg
  const all = viewable(app)
  const looked = drawn(all, app.pathway)
  const comparing = looked.length > 1
  const row = el('div', { class: 'ecg-picks' })
  if (all.length > 1) {
    const compare = textButton(comparing ? 'plain chosen' : 'plain', say.compare, () =>
      app.follow('ecgView', toggleBeside(all, app.pathway)),
    )
    compare.id = 'compare-ecgs'
    compare.setAttribute('aria-pressed', String(comparing))
    row.append(compare)
  }
  for (const one of all) {
    const shown = looked.includes(one)
    const pick = textButton(shown ? 'plain chosen' : 'plain', labelOf(app, one), () =>
      app.follow('ecgView', choose(app.pathway, one.sha256)),
    )
    pick.setAttribute('aria-pressed', String(shown))
    row.append(pick)
    // Which one is seen must be seen too; there may be more of them than the row holds.
    if (one === looked[looked.length - 1])
      requestAnimationFrame(() => pick.scrollIntoView?.({ block: 'nearest', inline: 'center' }))
  }
  const original = comparing ? undefined : originalOf(app, looked[0])
  if (original) row.append(original)
  return row
}

/** For phones whose browser can not draw it. */
function originalOf(app: CrewApp, one: ViewableEcg | undefined): HTMLElement | undefined {
  const about = aboutOf(app)
  if (!about || !one?.ecg || (one.format !== 'image' && one.format !== 'pdf')) return undefined
  const href = `${addressOf(about.patientId, one.ecg)}/content`
  return el(
    'a',
    { class: 'plain open', href, target: '_blank', rel: 'noopener' },
    words().pathway.ecg.original,
  )
}

/** An ECG that may be of somebody else is not read without knowing so. */
function warnings(app: CrewApp): Child {
  const say = words().pathway.ecg
  const looked = drawn(viewable(app), app.pathway)
  const texts = looked.flatMap((one) => {
    const codes = one.ecg?.warnings ?? []
    const which = looked.length > 1 && codes.length > 0 ? [labelOf(app, one)] : []
    return [...which, ...codes.map((code) => say.warnings[code] ?? code.replace(/_/g, ' '))]
  })
  return texts.length === 0 ? undefined : line('warn', texts.join(' · '))
}

type Failure = NotHad | 'outdated'

/** The place where it is drawn. Without a network it waits, and begins by itself when there is one. */
function stage(app: CrewApp): HTMLElement {
  const host = el('div', { class: 'ecg-stage' })
  const connected = () => app.shift?.link?.phase === 'live'
  let view: { destroy(): void } | undefined
  let left = false
  let failure: Failure | undefined
  let waiting = false

  const load = async () => {
    failure = undefined
    waiting = false
    fill(host, [el('p', { class: 'dim', role: 'status' }, words().pathway.ecg.loading)])
    try {
      const opened = await openLooked(app)
      if (left) return
      fill(host, [])
      view = opened(host)
    } catch (error) {
      if (left) return
      failure = error instanceof EcgNotHad ? error.why : connected() ? 'outdated' : 'offline'
      waiting = failure === 'offline' && !connected()
      fill(host, [said(failure, load)])
    }
  }
  onLeave(host, () => {
    left = true
    view?.destroy()
  })
  void load()
  const watch = says(() => {
    if (waiting && connected()) void load()
    return ''
  })
  return el('div', { class: 'ecg-frame' }, host, watch)
}

function said(failure: Failure, load: () => Promise<void>): HTMLElement {
  const say = words().pathway.ecg
  const again = textButton('plain wide', say.again, () => void load())
  again.id = 'again-ecg'
  const hopeless = failure === 'gone' || failure === 'outdated'
  return el(
    'div',
    { class: 'stack' },
    el('p', { class: 'warning', role: 'alert' }, say.notHad[failure]),
    ...(hopeless ? [] : [again]),
  )
}

/** Fetches what is looked at, and what draws it. */
async function openLooked(app: CrewApp): Promise<(host: HTMLElement) => { destroy(): void }> {
  const about = aboutOf(app)
  const { shift } = app
  const looked = drawn(viewable(app), app.pathway)
  if (!about || !shift || looked.length === 0) throw new EcgNotHad('gone')
  const [sources, { drawEcgs }] = await Promise.all([
    Promise.all(looked.map((one) => shift.ecgs.sourceOf(about.patientId, one))),
    import('../../ecg/viewer'),
  ])
  return (host) =>
    drawEcgs(
      host,
      sources,
      looked.map((one) => labelOf(app, one)),
      languageInUse(),
    )
}
