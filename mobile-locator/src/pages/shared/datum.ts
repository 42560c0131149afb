/**
 * The shifted coordinates of Chinese map apps, by the public formulas (known since 2010, within a metre of the
 * providers' own conversions). Only the way from WGS 84 is needed: to open an app at a place we know.
 */
import type { Place } from './place'

const KRASOVSKY_METERS = 6_378_245
const ECCENTRICITY_SQUARED = 0.006693421622965943
const BD09_PERIOD = (Math.PI * 3000) / 180
const RADIANS = Math.PI / 180

/** GCJ-02, used by AMap and Tencent. Outside China coordinates are not shifted. */
export function gcj02(wgs84: Place): Place {
  if (!nearChina(wgs84)) return wgs84
  const x = wgs84.lng - 105
  const y = wgs84.lat - 35
  const sine = Math.sin(wgs84.lat * RADIANS)
  const w = 1 - ECCENTRICITY_SQUARED * sine * sine
  const meridianMeters = (KRASOVSKY_METERS * (1 - ECCENTRICITY_SQUARED)) / (w * Math.sqrt(w))
  const parallelMeters = (KRASOVSKY_METERS / Math.sqrt(w)) * Math.cos(wgs84.lat * RADIANS)
  return {
    lng: wgs84.lng + eastMeters(x, y) / parallelMeters / RADIANS,
    lat: wgs84.lat + northMeters(x, y) / meridianMeters / RADIANS,
  }
}

/** BD-09, used by Baidu: GCJ-02 shifted once more. */
export function bd09(wgs84: Place): Place {
  if (!nearChina(wgs84)) return wgs84
  const { lng, lat } = gcj02(wgs84)
  const radius = Math.hypot(lng, lat) + 0.00002 * Math.sin(lat * BD09_PERIOD)
  const angle = Math.atan2(lat, lng) + 0.000003 * Math.cos(lng * BD09_PERIOD)
  return { lng: radius * Math.cos(angle) + 0.0065, lat: radius * Math.sin(angle) + 0.006 }
}

/** A box around the mainland with Hainan. A 120 centre serves nobody in the corners that are not China. */
function nearChina({ lng, lat }: Place): boolean {
  return lng > 73.4 && lng < 135.1 && lat > 15.5 && lat < 54 && !(lng > 119.4 && lat < 25.4)
}

function eastMeters(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    shortWaves(x) +
    ((20 * sinPi(x) + 40 * sinPi(x / 3)) * 2) / 3 +
    ((150 * sinPi(x / 12) + 300 * sinPi(x / 30)) * 2) / 3
  )
}

function northMeters(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    shortWaves(x) +
    ((20 * sinPi(y) + 40 * sinPi(y / 3)) * 2) / 3 +
    ((160 * sinPi(y / 12) + 320 * sinPi(y / 30)) * 2) / 3
  )
}

function shortWaves(x: number): number {
  return ((20 * sinPi(6 * x) + 20 * sinPi(2 * x)) * 2) / 3
}

function sinPi(halfTurns: number): number {
  return Math.sin(Math.PI * halfTurns)
}
