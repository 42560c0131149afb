import type { ScreenLockState } from './screen-lock'

/** What has to be so for an assignment to be heard; each is shown by itself. */
export interface Readiness {
  sound: boolean
  screen: ScreenLockState
  connected: boolean
  visible: boolean
  /** What arrives is kept through a reload. */
  kept: boolean
}

/** Whether an assignment that came now would be heard. A screen that may turn off does not silence it by itself. */
export function canRing({ sound, connected, visible }: Readiness): boolean {
  return sound && connected && visible
}
