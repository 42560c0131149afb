/** The steps of an assignment in their order; skipping is allowed, going back is not. */
export const MILESTONES = [
  'assigned',
  'acknowledged',
  'en_route',
  'on_scene',
  'patient_contact',
  'transporting',
  'at_hospital',
  'handed_over',
  'cleared',
] as const

/** For so long a wrong step can be taken back, counted by the server from when the journal took it. */
export const WITHDRAWAL_MILLIS = 10_000
