import type { Priority } from '@/contract'
import type { Tone } from './looks'

/** The map's colours, all derived from the tokens of the page, so that there is one set of colours for day and night. */
export interface Palette {
  night: boolean
  font: string
  background: string
  surface: string
  text: string
  textDim: string
  halo: string
  line: string
  water: string
  green: string
  accent: string
  accentInk: string
  priority: Record<Priority, string>
  tone: Record<Tone, string>
  hospital: string
  road: Record<RoadClass, string>
  roadCasing: string
  district: string
}

export type RoadClass = 'motorway' | 'trunk' | 'primary' | 'secondary' | 'tertiary' | 'local'

/** Reads a token such as `--bg`. */
export type TokenReader = (name: string) => string

export function readTokens(element: Element): TokenReader {
  const style = getComputedStyle(element)
  return (name) => style.getPropertyValue(name).trim()
}

export function createPalette(token: TokenReader, night: boolean): Palette {
  const background = token('--bg')
  const line = token('--line')
  const strong = token('--line-strong')
  const surface = token('--surface')
  // At night roads are a little lighter than the ground, by day they are white streets with an edge.
  const road = (atNight: number, toStrong: number) =>
    night ? mix(mix(background, line, atNight), strong, toStrong) : surface
  return {
    night,
    font: token('--font'),
    background,
    surface,
    text: token('--text'),
    textDim: token('--text-2'),
    halo: background,
    line,
    water: token('--water'),
    green: token('--green'),
    accent: token('--accent'),
    accentInk: token('--accent-ink'),
    priority: { p1: token('--p1'), p2: token('--p2'), p3: token('--p3'), p4: token('--p4') },
    tone: {
      ok: token('--ok'),
      warn: token('--warn'),
      transport: token('--transport'),
      idle: token('--text-3'),
    },
    hospital: token('--accent'),
    road: {
      motorway: road(1, 0.42),
      trunk: road(1, 0.3),
      primary: road(1, 0.2),
      secondary: road(1, 0),
      tertiary: road(0.85, 0),
      local: road(0.6, 0),
    },
    roadCasing: night ? mix(background, '#000000', 0.25) : mix(line, strong, 0.18),
    district: mix(background, strong, night ? 0.55 : 0.7),
  }
}

/** Mixes two colours written `#rrggbb`; a share of 1 is the second. */
export function mix(first: string, second: string, share: number): string {
  const [a, b] = [parse(first), parse(second)]
  const channels = a.map((value, i) => Math.round(value + ((b[i] ?? value) - value) * share))
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** `#rrggbb` with an alpha, as canvas and MapLibre both read it. */
export function fade(color: string, alpha: number): string {
  return `rgba(${parse(color).join(',')},${alpha})`
}

function parse(color: string): number[] {
  const digits = /^#([0-9a-f]{6})$/i.exec(color)?.[1] ?? expand(color) ?? '808080'
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16))
}

function expand(color: string): string | undefined {
  return /^#([0-9a-f]{3})$/i.exec(color)?.[1]?.replace(/./g, '$&$&')
}
