import type { Place } from '../../shared/place'
import type { CallerPage } from '../page'

/** Where the caller is: as this page has sent it, else as the server has it. */
export function ownPlace({ state }: CallerPage): (Place & { radiusMeters: number }) | undefined {
  return state.received ?? state.locator?.received
}
