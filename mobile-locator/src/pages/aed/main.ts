import { languageOf } from '../shared/language'
import { AedPage } from './aed-page'
import { createAedView } from './aed-view'

const page = new AedPage(
  languageOf(navigator.languages ?? [navigator.language]),
  isSecureContext ? navigator.geolocation : undefined,
  () => view.update(),
)
const view = createAedView(page, document)

view.update()
// A tap from before this script was here.
if (location.hash === '#find') {
  history.replaceState(null, '', location.pathname)
  page.find()
}
