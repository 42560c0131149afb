/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mix } from '@/map/palette'

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8')

/** WCAG 2.2 AA: text, and what is not text but must be seen. */
const TEXT = 4.5
const SHAPE = 3

function tokens(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6}|var\(--[\w-]+\));/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}

const night = tokens(':root')
const themes = { night, day: new Map([...night, ...tokens(':root.day')]) }

function colour(theme: Map<string, string>, name: string): string {
  const value = theme.get(name) ?? ''
  const other = /var\(--([\w-]+)\)/.exec(value)?.[1]
  return other ? colour(theme, other) : value
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['bg', 'surface', 'surface-2', 'surface-3']
const onSurfaces = ['text', 'text-2', 'accent', 'ok', 'warn', 'urgent', 'critical', 'p1', 'p2', 'p3', 'p4']
const pairs: [string, string, number][] = [
  ...onSurfaces.flatMap((ink) => surfaces.map((ground): [string, string, number] => [ink, ground, TEXT])),
  ...['bg', 'surface', 'surface-2'].map((ground): [string, string, number] => ['text-3', ground, TEXT]),
  ...['ok', 'warn', 'urgent', 'critical'].map((ink): [string, string, number] => [ink, `${ink}-soft`, TEXT]),
  ...['accent-soft', 'ok-soft', 'warn-soft', 'urgent-soft', 'critical-soft'].flatMap((ground) =>
    ['text', 'text-2'].map((ink): [string, string, number] => [ink, ground, TEXT]),
  ),
  ['accent', 'critical-soft', TEXT],
  ['accent', 'accent-soft', TEXT],
  ['critical', 'accent-soft', TEXT],
  ['warn', 'accent-soft', TEXT],
  ['ok', 'accent-soft', TEXT],
  ['accent-ink', 'accent', TEXT],
  ...['bg', 'surface', 'surface-2'].map((ground): [string, string, number] => ['line-strong', ground, SHAPE]),
]

describe.each(Object.entries(themes))('by %s', (_, theme) => {
  it.each(pairs)('%s on %s can be read', (ink, ground, least) => {
    expect(contrast(colour(theme, ink), colour(theme, ground))).toBeGreaterThanOrEqual(least)
  })

  it('the cause on a closed road’s sign, its edge and its tape can be told from what is below', () => {
    const night = theme === themes.night
    const [red, surface, ground] = ['critical', 'surface', 'bg'].map((name) => colour(theme, name))
    const sign = mix(surface ?? '', red ?? '', night ? 0.22 : 0.1)
    const ink = night ? colour(theme, 'text') : (red ?? '')
    expect(contrast(ink, sign)).toBeGreaterThanOrEqual(SHAPE)
    expect(contrast(red ?? '', sign)).toBeGreaterThanOrEqual(SHAPE)
    expect(contrast(red ?? '', ground ?? '')).toBeGreaterThanOrEqual(SHAPE)
  })
})
