import { expect, it } from 'vitest'
import { shorten } from './painter'

it('shortens a caption to what fits', () => {
  const fits = (part: string) => part.length <= 5
  expect(shorten('望城坡', fits)).toBe('望城坡')
  expect(shorten('望城坡地铁站 2 号口', fits)).toBe('望城坡地…')
})
