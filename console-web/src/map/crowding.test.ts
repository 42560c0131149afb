import { expect, it } from 'vitest'
import { isCrowded } from './crowding'

const VIEW = 1024 * 1032

it('keeps names on a normal fleet and drops them in a crowd', () => {
  expect(isCrowded(24, VIEW, false)).toBe(false)
  expect(isCrowded(200, VIEW, false)).toBe(false)
  expect(isCrowded(300, VIEW, false)).toBe(true)
})

it('does not flicker between both at the border', () => {
  expect(isCrowded(200, VIEW, true)).toBe(true)
  expect(isCrowded(150, VIEW, true)).toBe(false)
})

it('is never crowded without a view', () => {
  expect(isCrowded(10, 0, false)).toBe(false)
})
