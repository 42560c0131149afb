import { beforeEach, describe, expect, it } from 'vitest'
import { NOON } from '../samples.test-support'
import { type Fix, fixOf } from './fix'
import { MOST_POSITIONS, Track, measured, thinned } from './track'

let sent: Fix[][]
let online: boolean
let track: Track
const fix = (seconds: number, more: Partial<Fix> = {}): Fix => ({
  lng: 112.9,
  lat: 28.2,
  accuracyMeters: 8,
  atMillis: NOON + seconds * 1000,
  ...more,
})
const driving = (seconds: number) => fix(seconds, { speedMps: 14 })

beforeEach(() => {
  sent = []
  online = true
  track = new Track((positions) => online && sent.push(positions) > 0)
})

describe('Track', () => {
  it('reports every one to two seconds on the way to an assignment', () => {
    for (let s = 0; s < 10; s++) track.offer(driving(s), true)
    expect(sent.map(([first]) => ((first?.atMillis ?? 0) - NOON) / 1000)).toEqual([0, 2, 4, 6, 8])
  })
  it('reports every 20 s when parked, and at once when it has left', () => {
    for (let s = 0; s <= 25; s++) track.offer(fix(s), false)
    expect(sent).toHaveLength(2)
    track.offer(fix(27, { lat: 28.201 }), true)
    expect(sent).toHaveLength(3)
  })
  it('is not silenced by a device clock that was set back', () => {
    track.offer(fix(0), false)
    track.offer(fix(-3600), false)
    expect(sent).toHaveLength(2)
  })
  it('keeps what could not be sent, with its own time, and sends it with the next', () => {
    online = false
    for (let s = 0; s < 10; s += 2) track.offer(driving(s), true)
    expect(track.waiting).toHaveLength(5)
    online = true
    track.offer(driving(10), true)
    expect(sent[0]?.map(({ atMillis }) => (atMillis - NOON) / 1000)).toEqual([0, 2, 4, 6, 8, 10])
    expect(track.waiting).toEqual([])
  })
  it('sends again what a dead connection swallowed, and only that', () => {
    track.offer(driving(0), true)
    track.offer(driving(2), true)
    track.proven(NOON + 1000)
    track.lost()
    expect(track.waiting.map(({ atMillis }) => atMillis)).toEqual([NOON + 2000])
  })
  it('never holds or sends more than one message takes', () => {
    online = false
    for (let s = 0; s < 6000; s += 2) track.offer(driving(s), true)
    expect(track.waiting.length).toBeLessThanOrEqual(MOST_POSITIONS)
    online = true
    track.offer(driving(6000), true)
    expect(sent[0]?.length).toBeLessThanOrEqual(MOST_POSITIONS)
  })
})

describe('thinned', () => {
  it('keeps the newest whole and the way to it in larger steps', () => {
    const kept = thinned(Array.from({ length: 700 }, (_, i) => fix(i)))
    expect(kept.length).toBeLessThanOrEqual(MOST_POSITIONS)
    expect(kept[0]).toEqual(fix(0))
    expect(kept.slice(-250)).toEqual(Array.from({ length: 250 }, (_, i) => fix(450 + i)))
  })
})

describe('measured', () => {
  it('says the time by the clock of the server', () => {
    expect(measured(fix(0), -3_600_000).at).toBe(new Date(NOON - 3_600_000).toISOString())
  })
})

describe('fixOf', () => {
  const position = (timestamp: number, coords: Partial<GeolocationCoordinates>) =>
    ({
      timestamp,
      coords: { longitude: 1, latitude: 2, accuracy: 5, speed: null, heading: null, ...coords },
    }) as GeolocationPosition
  it('leaves out what was not measured', () => {
    expect(fixOf(position(NOON, { heading: Number.NaN, speed: -1 }), NOON)).toEqual({
      lng: 1,
      lat: 2,
      accuracyMeters: 5,
      atMillis: NOON,
    })
  })
  it('takes now for a time of another epoch', () => {
    expect(fixOf(position(NOON - 978_307_200_000, { speed: 3, heading: 90 }), NOON)).toMatchObject({
      atMillis: NOON,
      speedMps: 3,
      headingDegrees: 90,
    })
  })
})
