import type { Aed, Incident, IncidentStatus, Priority, Unit } from '@/contract'

/**
 * How things of the board look. A state never differs from another by colour alone: every one has a shape of its own.
 */
export type UnitState =
  | 'available'
  | 'available_mobile'
  | 'to_scene'
  | 'on_scene'
  | 'to_hospital'
  | 'at_hospital'
  | 'out_of_service'
  | 'off_duty'

export type Shape = 'circle' | 'hexagon' | 'square' | 'pill'

/** Names of colours of the palette. */
export type Tone = 'ok' | 'warn' | 'transport' | 'idle'

export interface UnitLook {
  shape: Shape
  tone: Tone
  /** Solid: has arrived. */
  filled: boolean
  dashed: boolean
}

/** Round: free. Square: with or on the way to a patient. Pill: with a patient on the way to hospital. Dashed: no help. */
export const UNIT_LOOKS: Record<UnitState, UnitLook> = {
  available: { shape: 'circle', tone: 'ok', filled: false, dashed: false },
  available_mobile: { shape: 'hexagon', tone: 'ok', filled: false, dashed: false },
  to_scene: { shape: 'square', tone: 'warn', filled: false, dashed: false },
  on_scene: { shape: 'square', tone: 'warn', filled: true, dashed: false },
  to_hospital: { shape: 'pill', tone: 'transport', filled: false, dashed: false },
  at_hospital: { shape: 'pill', tone: 'transport', filled: true, dashed: false },
  out_of_service: { shape: 'circle', tone: 'idle', filled: false, dashed: true },
  off_duty: { shape: 'square', tone: 'idle', filled: false, dashed: true },
}

type AssignmentStatus = Incident['assignments'][number]['status']

/** What a unit is doing, by its availability and, when committed, by its assignment's milestone. */
export function unitState(unit: Pick<Unit, 'availability'>, status: AssignmentStatus | undefined): UnitState {
  if (unit.availability !== 'committed') return unit.availability
  switch (status) {
    case 'on_scene':
    case 'patient_contact':
      return 'on_scene'
    case 'transporting':
      return 'to_hospital'
    case 'at_hospital':
    case 'handed_over':
      return 'at_hospital'
    default:
      return 'to_scene'
  }
}

/** Head of an incident's pin: the more urgent, the more corners stand out. */
export type PinShape = 'drop' | 'diamond' | 'box' | 'disc'

export const PIN_SHAPES: Record<Priority, PinShape> = { p1: 'drop', p2: 'diamond', p3: 'box', p4: 'disc' }

/** Nobody is on the way yet: drawn solid, so that it stands out among those that are looked after. */
export function needsUnit(status: IncidentStatus): boolean {
  return status === 'waiting'
}

export type AedState = 'usable' | 'closed' | 'out_of_order' | 'unknown'

/** Usable is said only of one that is ready and open now; when either is not known, so is the answer. */
export function aedState(aed: Pick<Aed, 'readiness' | 'openNow'>): AedState {
  if (aed.readiness === 'fault' || aed.readiness === 'expired' || aed.readiness === 'missing')
    return 'out_of_order'
  if (aed.openNow === false) return 'closed'
  return aed.openNow === true && aed.readiness === 'ok' ? 'usable' : 'unknown'
}
