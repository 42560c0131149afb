import { type Child, el } from '../../shared/dom'
import type { CrewApp } from '../app'
import { words } from '../text'
import { line, textButton } from './parts'

const BACK_IN_MINUTES = [15, 30, 60, 120]

/** Two choices and a button: why, and when the unit is back. */
export function outOfServiceSheet(app: CrewApp): Child[] {
  const say = words().outOfService
  let minutes: number | undefined = 30
  const reasons = Object.entries(say.reasons)
  let reason = reasons[0]?.[0] ?? 'repair'
  return [
    line('dim', say.explain),
    choices('reason', reasons, reason, (value) => (reason = value)),
    line('dim', say.backIn),
    choices(
      'back',
      [...BACK_IN_MINUTES.map((n): [string, string] => [String(n), say.minutes(n)]), ['', say.unknown]],
      '30',
      (value) => (minutes = value === '' ? undefined : Number(value)),
    ),
    textButton('big amber', say.send, () => {
      app.open(undefined)
      app.shift?.declare({
        state: 'out_of_service',
        reason,
        ...(minutes !== undefined && {
          expectedBackAt: new Date(app.serverNow() + minutes * 60_000).toISOString(),
        }),
      })
    }),
  ]
}

function choices(
  name: string,
  entries: [string, string][],
  chosen: string,
  onChoose: (value: string) => void,
): HTMLElement {
  const options = entries.map(([value, text]) => {
    const input = el('input', { type: 'radio', name, value })
    input.checked = value === chosen
    input.addEventListener('change', () => onChoose(value))
    return el('label', { class: 'option' }, input, el('span', {}, text))
  })
  return el('div', { class: 'options', role: 'radiogroup' }, ...options)
}
