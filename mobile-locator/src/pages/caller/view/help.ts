import { button, el, fill, setText, show } from '../../shared/dom'
import { createMapPanel } from '../../shared/map-panel'
import { LONGEST_MESSAGE } from '../chat'
import { hasArrived } from '../locator'
import type { LocationProblem } from '../sharing'
import type { PhoneKind } from '../phone'
import type { Text } from '../text'
import { ownPlace } from './own-place'
import type { Part, Setting } from './part'
import { isReceived } from './share'

/** When the phone gives no position: how to allow it, a pin on the map, the address in words. */
export function createHelp(setting: Setting, phone: PhoneKind): Part {
  const { page } = setting
  let shown: 'steps' | 'address' | undefined
  let lastProblem: LocationProblem | undefined

  const title = el('h2')
  const hint = el('p', { class: 'dim' })
  const toggle = (part: 'steps' | 'address') =>
    button('press quiet', () => {
      shown = shown === part ? undefined : part
      update()
      if (shown === 'address') input.focus()
    })
  const howTo = toggle('steps')
  const address = toggle('address')
  const steps = el('ol', { class: 'steps' })
  const retry = button('press filled', () => page.share())
  const howToPanel = el('div', { class: 'panel' }, steps, retry)
  const input = el('textarea', { rows: '3', maxlength: String(LONGEST_MESSAGE - 10) })
  const send = el('button', { type: 'submit', class: 'press filled' })
  const prompt = el('label', {}, el('span', { class: 'dim' }), input)
  const form = el('form', { class: 'panel' }, prompt, send)
  const map = createMapPanel({
    language: () => page.state.language,
    words: () => ({ open: setting.text.pin, hint: setting.text.mapPin }),
    marks: () => ({ own: ownPlace(page), units: [] }),
    onPin: (place) => page.drop(place),
  })
  const node = el(
    'section',
    { class: 'box' },
    el('div', { role: 'status' }, title, hint),
    howTo,
    howToPanel,
    map.node,
    address,
    form,
  )

  input.value = page.state.drafts.address
  input.addEventListener('input', () => page.draft({ address: input.value }))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (input.value.trim() === '' || !page.say(setting.text.addressPrefix + input.value.trim())) return
    input.value = ''
    page.draft({ address: '' })
    shown = undefined
    update()
  })

  function update(): void {
    const { text } = setting
    const { problem, locator } = page.state
    if (problem !== lastProblem) {
      lastProblem = problem
      if (problem === 'denied') shown = 'steps'
    }
    show(node, !isReceived(page) && !page.locations.state && !hasArrived(locator))
    setText(title, problem ? text[problem] : text.noLocation)
    title.className = problem ? 'warn' : ''
    setText(hint, problem ? hintOf(problem, text) : '')
    show(hint, hint.textContent !== '')
    setText(howTo, text.howTo)
    setText(address, text.address)
    show(howTo, problem !== 'insecure')
    howTo.setAttribute('aria-expanded', String(shown === 'steps'))
    address.setAttribute('aria-expanded', String(shown === 'address'))
    show(howToPanel, shown === 'steps' && problem !== 'insecure')
    show(form, shown === 'address')
    const lines = text.steps[phone]
    if (steps.children.length !== lines.length)
      fill(
        steps,
        lines.map(() => el('li')),
      )
    lines.forEach((line, i) => setText(steps.children[i] ?? steps, line))
    setText(retry, text.tryAgain)
    show(retry, problem !== undefined)
    setText(prompt.firstElementChild ?? prompt, text.addressPrompt)
    setText(send, text.send)
    map.update()
  }

  return { node, update }
}

function hintOf(problem: LocationProblem, text: Text): string {
  if (problem === 'denied') return ''
  return problem === 'insecure' ? text.insecureHint : text.unavailableHint
}
