import type { components } from '../contract/edge'

/** What the server lets the person behind the link see. */
export type Locator = components['schemas']['Locator']
export type ApproachingUnit = components['schemas']['ApproachingUnit']
export type Message = components['schemas']['Message']
export type Presence = 'yes' | 'no'

/** The token in `/l/{token}`; undefined when the address was cut off. */
export function tokenOf(path: string): string | undefined {
  return /^\/l\/([^/]+)\/?$/.exec(path)?.[1]
}

export function isOver(locator: Locator | undefined): boolean {
  return locator?.status === 'closed'
}

/** The ambulance is there: where the phone is no longer helps anybody. */
export function hasArrived(locator: Locator | undefined): boolean {
  return locator !== undefined && AFTER_ARRIVAL.includes(locator.status)
}

const AFTER_ARRIVAL: readonly Locator['status'][] = [
  'on_scene',
  'transporting',
  'at_hospital',
  'awaiting_closure',
  'closed',
]
