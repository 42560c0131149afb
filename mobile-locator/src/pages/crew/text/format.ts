import { roundedMeters } from '../../shared/place'
import { words } from './index'

const ZONE = 'Asia/Shanghai'
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** In the zone of the centre, whatever the device is set to. */
export function timeOf(at: string | number): string {
  const millis = typeof at === 'number' ? at : Date.parse(at)
  return Number.isFinite(millis) ? clock.format(millis) : '–'
}

export function shortTimeOf(at: string | number): string {
  return timeOf(at).slice(0, 5)
}

export function duration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000))
  const say = words().duration
  if (seconds < 60) return say.seconds(seconds)
  if (seconds < 3600) return say.minutes(Math.floor(seconds / 60), seconds % 60)
  return say.hours(Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60))
}

export function distance(meters: number): string {
  const rounded = roundedMeters(meters)
  const say = words().place
  return rounded < 1000 ? say.meters(rounded) : say.kilometers(Math.round(rounded / 100) / 10)
}
