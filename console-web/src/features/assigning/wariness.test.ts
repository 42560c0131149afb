import { expect, it } from 'vitest'
import { unit } from './assigning.test-support'
import { listUsual, listWarnings } from './wariness'

const offline = (id: string) =>
  unit(id, 60, { reasons: ['no_live_position', 'at_station', 'crew_not_connected'] })
const online = (id: string) => unit(id, 60)

it('names what to be wary of, the weightiest first, without the merits', () => {
  expect(listWarnings(offline('A1'))).toEqual(['crew_not_connected', 'no_live_position'])
})

it('takes for usual what half of the units have', () => {
  expect([...listUsual([offline('A1'), offline('A2'), online('A3'), online('A4')])]).toEqual([
    'crew_not_connected',
    'no_live_position',
  ])
})

it('takes for exceptional what few units have', () => {
  expect(listUsual([offline('A1'), online('A2'), online('A3')]).size).toBe(0)
})

it('takes nothing for usual in a single unit', () => {
  expect(listUsual([offline('A1')]).size).toBe(0)
})
