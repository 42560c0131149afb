export interface LngLat {
  lng: number
  lat: number
}

/** Where China is, in degrees: tells which of two numbers is the longitude when nothing else does. */
const CHINA = { lng: [73, 136], lat: [3, 54] } as const

interface Part {
  degrees: number
  axis?: 'lng' | 'lat' | undefined
}

/**
 * Reads a pair of coordinates as people say and paste them: `112.8893,28.2156`, `28.2156 112.8893`, `北纬28.2156
 * 东经112.8893`, `28°12'56"N 112°53'21"E`, full-width characters included. Undefined when it is no clear pair.
 */
export function parseCoordinates(text: string): LngLat | undefined {
  const parts = findParts(text.normalize('NFKC'))
  if (parts.length !== 2) return undefined
  const [one, other] = parts as [Part, Part]
  const place = order(one, other)
  return place && Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180 ? place : undefined
}

const NUMBER = String.raw`([-+]?\d{1,3}(?:\.\d+)?)`
const MINUTES = String.raw`(?:\s*[°度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′分]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|''|′′|秒)\s*)?)?)?`
const BEFORE = String.raw`(北纬|南纬|东经|西经|纬度|经度|lat(?:itude)?|lng|lon(?:gitude)?|[NSEW])\s*[:=]?\s*`
const AFTER = String.raw`\s*([NSEW](?![a-z]))?`
/** Which axis a number is on stands before it, or else behind it. */
const PART = new RegExp(`${BEFORE}${NUMBER}${MINUTES}|${NUMBER}${MINUTES}${AFTER}`, 'giu')

function findParts(text: string): Part[] {
  return [...text.matchAll(PART)].map(([, before, ...rest]) => {
    const [degrees, minutes, seconds] = before === undefined ? rest.slice(3) : rest
    const mark = (before ?? rest[6] ?? '').toLowerCase()
    const value = Math.abs(Number(degrees)) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600
    const negative = /南|西|^[sw]$/.test(mark) || String(degrees).startsWith('-')
    return { degrees: negative ? -value : value, axis: axisOf(mark) }
  })
}

function axisOf(mark: string): Part['axis'] {
  if (/纬|^lat|^[ns]$/.test(mark)) return 'lat'
  return /经|^l(?:ng|on)|^[ew]$/.test(mark) ? 'lng' : undefined
}

function order(one: Part, other: Part): LngLat | undefined {
  if (one.axis && one.axis === other.axis) return undefined
  const lngFirst = one.axis === 'lng' || other.axis === 'lat'
  const latFirst = one.axis === 'lat' || other.axis === 'lng'
  if (lngFirst) return { lng: one.degrees, lat: other.degrees }
  if (latFirst) return { lng: other.degrees, lat: one.degrees }
  const asRead = isInChina(one.degrees, other.degrees)
  const swapped = isInChina(other.degrees, one.degrees)
  if (asRead === swapped) return undefined
  return asRead ? { lng: one.degrees, lat: other.degrees } : { lng: other.degrees, lat: one.degrees }
}

function isInChina(lng: number, lat: number): boolean {
  return lng >= CHINA.lng[0] && lng <= CHINA.lng[1] && lat >= CHINA.lat[0] && lat <= CHINA.lat[1]
}
