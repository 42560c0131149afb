import { expect, it } from 'vitest'
import { createPalette, fade, mix } from './palette'

it('mixes colours by their share', () => {
  expect(mix('#000000', '#ffffff', 0)).toBe('#000000')
  expect(mix('#000000', '#ffffff', 1)).toBe('#ffffff')
  expect(mix('#102030', '#304050', 0.5)).toBe('#203040')
})

it('fades short and long hex colours', () => {
  expect(fade('#fff', 0.5)).toBe('rgba(255,255,255,0.5)')
  expect(fade('#0b111c', 1)).toBe('rgba(11,17,28,1)')
})

it('takes every colour from the tokens of the page', () => {
  const palette = createPalette((name) => (name === '--p1' ? '#ff0000' : '#123456'), true)
  expect(palette.priority.p1).toBe('#ff0000')
  expect(palette.background).toBe('#123456')
})
