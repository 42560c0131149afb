import type { Declaration, Milestone } from '../contract'

/** What a crew did on its device and the server has to hear of, in order. */
export type Deed =
  | { kind: 'milestone'; assignmentId: string; milestone: Milestone }
  | { kind: 'withdraw'; assignmentId: string; milestone: Milestone }
  | { kind: 'decline'; assignmentId: string; reason: string }
  | { kind: 'message'; assignmentId: string; text: string }
  | { kind: 'availability'; declaration: Declaration }

/** One deed that waits for its answer. */
export interface Tap {
  /** The idempotency key: sent again and again until answered, without a second effect. */
  id: string
  /** Orders taps, also of different page loads; a device clock that is set back does not disturb it. */
  order: number
  /** When it was tapped, by this device's clock. */
  deviceAt: string
  deed: Deed
}

/** A tap the server refused: kept until the crew has seen it. */
export interface Conflict extends Tap {
  refusal: { status: number; code: string; detail: string; at: string }
}
