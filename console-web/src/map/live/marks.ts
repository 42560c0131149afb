import type { ClosureCause, Priority, RoadClosureShape } from '@/contract'
import type { BadgeLook } from '../draw/marks'
import type { LngLat } from '../geometry'

/** A unit as the map shows it; where it is comes with its fixes. */
export interface UnitMark extends BadgeLook {
  id: string
  /** Proposed for or sent to the selected incident: stands out, and keeps its name in a crowd. */
  focus: boolean
  /** The station it stands at: those at one station are shown side by side, as they stand on one spot. */
  station?: string | undefined
}

export interface IncidentMark {
  id: string
  place: LngLat
  priority: Priority
  /** Nobody has been sent yet. */
  solid: boolean
  selected: boolean
  /** Shown beside the selected one. */
  caption: string
}

/** Who goes where. Along its course; without one drawn straight and dashed: it is no road. */
export interface RouteMark {
  unitId: string
  to: LngLat
  kind: 'assigned' | 'proposed' | 'transport'
  focus: boolean
  /** Along roads, as pairs of longitude and latitude. */
  course?: readonly (readonly number[])[]
  /** Words on a straight line: what it is. */
  caption?: string
}

/** A closed road. */
export interface ClosureMark {
  id: string
  cause: ClosureCause
  lines: readonly (readonly LngLat[])[]
  /** Where its sign stands. */
  spot: LngLat
}

/** A closure that is being drawn. */
export interface SketchMark {
  form: RoadClosureShape['form']
  points: readonly LngLat[]
  /** What it would close. */
  lines: readonly (readonly LngLat[])[]
}

export interface DraftMark {
  place: LngLat
}

/** What lies under the cursor. */
export type LiveHit = { kind: 'unit' | 'incident' | 'closure'; id: string } | { kind: 'draft' }
