import { describe, expect, it } from 'vitest'
import { parseOnset } from './onset'

/** Noon in Changsha. */
const NOON = Date.parse('2026-11-22T04:00:30Z')
const ZONE = 'Asia/Shanghai'

describe('when it began', () => {
  it.each([
    ['0830', '2026-11-22T00:30:00.000Z'],
    ['8:30', '2026-11-22T00:30:00.000Z'],
    ['１１２０', '2026-11-22T03:20:00.000Z'],
    ['-20', '2026-11-22T03:40:00.000Z'],
    ['1200', '2026-11-22T04:00:00.000Z'],
    // Later than now was yesterday.
    ['2350', '2026-11-21T15:50:00.000Z'],
    ['12:01', '2026-11-21T04:01:00.000Z'],
    ['2460', undefined],
    ['83', undefined],
    ['gestern', undefined],
    ['', undefined],
  ])('%s is %s', (typed, at) => expect(parseOnset(typed, NOON, ZONE)).toBe(at))
})
