import { el } from '../../shared/dom'
import type { CrewApp } from '../app'
import { languageInUse } from '../text'
import { cancelledView, changedView, ringingView } from './alarms'
import { bar } from './bar'
import { block, refreshBlocks } from './block'
import { idleView } from './idle'
import { sheetView } from './sheets'
import { signOnView } from './sign-on'
import { workingView } from './working'

/** The whole page; `refresh` brings it up to date with the app. */
export function page(app: CrewApp, root: HTMLElement): { refresh: () => void } {
  const refresh = () => refreshBlocks(root)
  const main = block(
    () => [screenOf(app), languageInUse()],
    () => screenView(app, refresh),
    'screen',
  )
  const sheet = block(
    () => [app.sheet, languageInUse()],
    () => (app.crew && app.sheet ? sheetView(app, app.sheet, refresh) : undefined),
    'over',
  )
  root.append(
    block(
      () => [app.crew !== undefined, languageInUse()],
      () => (app.crew ? bar(app) : undefined),
    ),
    main,
    sheet,
  )
  let open = app.sheet
  return {
    refresh: () => {
      refresh()
      if (open === app.sheet) return
      open = app.sheet
      const panel = sheet.querySelector<HTMLElement>('[role=dialog]')
      ;(panel ?? main.querySelector<HTMLElement>('.big'))?.focus({ preventScroll: true })
    },
  }
}

/** What fills the screen, and for which assignment: a change of either builds it anew. */
function screenOf(app: CrewApp): string {
  if (!app.crew) return 'signOn'
  const alarm = app.alarm
  if (alarm === 'cancelled') return `cancelled ${app.work.endings[0]?.assignmentId ?? ''}`
  if (alarm === 'changed') return `changed ${app.work.change?.noticeSeq ?? ''}`
  if (alarm) return `ringing ${app.work.assignment?.assignment.id ?? ''}`
  return app.assignment ? `working ${app.assignment.assignment.id}` : 'idle'
}

function screenView(app: CrewApp, onLanguage: () => void): HTMLElement {
  if (!app.crew) return signOnView(app, onLanguage)
  const { assignment, change, endings } = app.work
  if (endings[0]) return cancelledView(app, endings[0])
  if (assignment && change) return changedView(app, assignment, change)
  if (assignment && app.alarm === 'assignment') return ringingView(app, assignment)
  return app.assignment ? workingView(app) : idleView(app)
}

export function rootElement(): HTMLElement {
  return document.getElementById('crew') ?? document.body.appendChild(el('div', { id: 'crew' }))
}
