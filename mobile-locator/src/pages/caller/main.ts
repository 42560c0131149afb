import { languageOf } from '../shared/language'
import { CallerPage } from './page'
import { tokenOf } from './locator'
import { phoneKind } from './phone'
import { createCallerView } from './view/caller-view'

const page = new CallerPage(
  tokenOf(location.pathname) ?? '',
  languageOf(navigator.languages ?? [navigator.language]),
  isSecureContext ? navigator.geolocation : undefined,
  () => view.update(),
)
const view = createCallerView(page, document, phoneKind(navigator.userAgent, navigator.maxTouchPoints))

view.update()
page.open()
// A tap from before this script was here.
if (location.hash === '#share') {
  history.replaceState(null, '', location.pathname)
  page.share()
}
addEventListener('online', () => page.hurry())
