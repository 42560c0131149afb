import { el, fill, setText, show } from '../../shared/dom'
import { createMapPanel } from '../../shared/map-panel'
import { type ApproachCard, approachCard, isApproaching, placeOf } from '../approach'
import { isOver } from '../locator'
import { ownPlace } from './own-place'
import type { Part, Setting } from './part'

/** The ambulances: when they come, where they are. */
export function createUnits(setting: Setting): Part {
  const { page } = setting
  const changed = el('p', { class: 'warn', role: 'status' })
  const cards = el('div')
  const map = createMapPanel({
    language: () => page.state.language,
    words: () => ({ open: setting.text.showMap, hint: setting.text.mapUnit }),
    marks: () => ({
      own: ownPlace(page),
      units: (page.state.locator?.units ?? []).flatMap((unit) => {
        const place = isApproaching(unit) ? placeOf(unit, page.serverNowMillis) : undefined
        return place ? [{ ...place, label: unit.unitId }] : []
      }),
    }),
  })
  const node = el('section', { class: 'box' }, changed, cards, map.node)
  let shown: HTMLElement[] = []

  function update(): void {
    const { locator, fresh } = page.state
    const { text } = setting
    // With the patient elsewhere the ambulance does not come to the caller.
    const own = locator?.callerWithPatient === 'no' ? undefined : ownPlace(page)
    const view = { text, own, serverNowMillis: page.serverNowMillis, fresh }
    const units = locator?.units ?? []
    const waiting = { over: '', main: text.waiting, under: text.waitingDetail }
    const contents: ApproachCard[] =
      units.length > 0 ? units.map((unit) => approachCard(unit, view)) : [waiting]
    show(
      node,
      locator !== undefined && !isOver(locator) && (units.length > 0 || locator.status === 'waiting'),
    )
    setText(changed, locator?.reassigned ? text.reassigned : '')
    show(changed, locator?.reassigned === true)
    if (shown.length !== contents.length) fill(cards, (shown = contents.map(() => card())))
    contents.forEach((content, i) => {
      const [over, main, under] = shown[i]?.children ?? []
      if (!over || !main || !under) return
      setText(over, content.over)
      setText(main, content.main)
      main.className = content.minutes ? 'eta' : 'happening'
      setText(under, content.under)
    })
    map.update()
    show(
      map.node,
      units.some((unit) => isApproaching(unit) && placeOf(unit, view.serverNowMillis) !== undefined),
    )
  }

  return { node, update }
}

function card(): HTMLElement {
  return el(
    'div',
    { class: 'unit' },
    el('p', { class: 'dim' }),
    el('p', { class: 'eta' }),
    el('p', { class: 'dim' }),
  )
}
