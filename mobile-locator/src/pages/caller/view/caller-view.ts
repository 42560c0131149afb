import { el, setText, show } from '../../shared/dom'
import { headline } from '../approach'
import { isOver } from '../locator'
import type { CallerPage } from '../page'
import type { PhoneKind } from '../phone'
import { texts } from '../text'
import { createEnding } from './ending'
import { createHelp } from './help'
import type { Setting } from './part'
import { createPresence } from './presence'
import { createShare, isReceived } from './share'
import { createThread } from './thread'
import { createUnits } from './units'

/** What was true a while ago is not said for ever: ages are looked at again this often. */
const LOOK_AGAIN_MILLIS = 5_000

/**
 * Brings the parts together on the page that came as HTML.
 *
 * @throws when the HTML is not that of caller.html
 */
export function createCallerView(page: CallerPage, root: Document, phone: PhoneKind): { update(): void } {
  const setting: Setting = {
    page,
    get text() {
      return texts[page.state.language]
    },
  }
  const title = find(root, 'title')
  const language = find(root, 'language')
  const call = find(root, 'call')
  const main = root.querySelector('main') ?? root.body
  const share = createShare(setting, {
    node: find(root, 'share'),
    prompt: find(root, 'prompt'),
    share: find(root, 'share-button'),
    note: find(root, 'note'),
  })
  const ending = createEnding(setting)
  const help = createHelp(setting, phone)
  const units = createUnits(setting)
  const presence = createPresence(setting)
  const thread = createThread(setting)
  const connection = el('p', { class: 'box warn', role: 'status' })
  // Beside the button at first, then out of the way.
  const note = el('p', { class: 'dim closing' })
  const parts = [ending, share, help, units, presence, thread]
  const engaging = [presence, thread]
  main.prepend(connection)
  main.append(ending.node, help.node, units.node, presence.node, thread.node, note)
  language.addEventListener('click', () => page.switchLanguage())
  setInterval(update, LOOK_AGAIN_MILLIS)

  function update(): void {
    const { text } = setting
    const { state } = page
    root.documentElement.lang = state.language
    root.title = text.page
    setText(title, headline(state.locator, text))
    setText(language, text.otherLanguage)
    language.lang = state.language === 'en' ? 'zh-CN' : 'en'
    show(language, true)
    setText(call, text.call)
    for (const part of parts) part.update()
    const ended = state.link === 'gone' || isOver(state.locator)
    show(share.node, !ended)
    if (ended) for (const part of [help, units, presence]) show(part.node, false)
    if (state.link === 'gone') show(thread.node, false)
    if (!isEngaged(page)) {
      for (const part of engaging) show(part.node, false)
      if (state.locator?.units.length === 0) show(units.node, false)
    }
    setText(note, text.note)
    show(note, find(root, 'note').hidden && !ended)
    const poor = state.link === 'unreached' || (state.link === 'open' && !state.fresh)
    setText(connection, poor && !ended ? text.noConnection : '')
    show(connection, poor && !ended)
  }

  return { update }
}

/** Until there is anything to it, only the big button is shown. */
function isEngaged(page: CallerPage): boolean {
  const { state, watching, locations, messages } = page
  const talking = messages.parcels.length > 0 || (state.locator?.messages.length ?? 0) > 0
  return (
    watching || state.problem !== undefined || isReceived(page) || locations.state !== undefined || talking
  )
}

function find(root: Document, id: string): HTMLElement {
  const node = root.getElementById(id)
  if (!node) throw new Error(`caller.html has no #${id}`)
  return node
}
