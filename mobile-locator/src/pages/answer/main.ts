import { request } from '@dispatch120/client'
import { languageOf } from '../shared/language'
import { AnswerPage } from './page'
import { tokenOf } from './paged'
import { createAnswerView } from './view'

const SECOND = 1_000

const page = new AnswerPage(
  tokenOf(location.pathname) ?? '',
  languageOf(navigator.languages ?? [navigator.language]),
  { request, now: () => Date.now() },
  () => view.update(),
)
const view = createAnswerView(page, document)

view.update()
page.open()
// Clocks go on between two answers of the server.
setInterval(() => {
  if (!document.hidden && page.paged) view.update()
}, SECOND)
addEventListener('online', () => page.hurry())
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) page.hurry()
})
