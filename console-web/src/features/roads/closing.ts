import { reactive } from 'vue'
import type { ClosureCause, NewRoadClosure, RoadClosure, RoadClosureShape } from '@/contract'
import { RequestFailed, type Problem } from '@/shared/api'
import type { UntilPreset } from './until'

export const CAUSES: ClosureCause[] = ['closed', 'flooded', 'construction', 'event']
export const FORMS = ['point', 'line', 'area'] as const
export type ClosureForm = RoadClosureShape['form']

interface Point {
  lng: number
  lat: number
}

/** Pairs of longitude and latitude. */
export type Line = RoadClosure['roads'][number]

/** What somebody draws and writes; stays when they turn to something else. */
export interface ClosingDraft {
  form: ClosureForm
  points: Point[]
  cause: ClosureCause
  reason: string
  until: UntilPreset
}

export interface ClosingFlow {
  /** Clicks on the map are points. */
  drawing: boolean
  saving: boolean
  draft: ClosingDraft
  /** `none`: no road there · `failed`: nobody could be asked, which does not stop anybody from closing. */
  preview: { state: 'empty' | 'asking' | 'shown' | 'none' | 'failed'; roads: Line[] }
  problem: Problem | undefined
  /** Nobody knows whether the request arrived: the same one is repeated with the same key. */
  pending: { body: NewRoadClosure; key: string; until: UntilPreset } | undefined
}

export interface ClosingSeams {
  preview(shape: RoadClosureShape): Promise<{ roads: Line[] }>
  close(body: NewRoadClosure, key: string): Promise<RoadClosure>
  newKey(): string
  /** The moment of a preset, and what to say when no reason was typed. */
  untilOf(preset: UntilPreset): string | undefined
  reasonOf(cause: ClosureCause): string
}

/** Points that each form needs, and the limit of the interface. */
const LEAST_POINTS: Record<ClosureForm, number> = { point: 1, line: 2, area: 3 }
export const MOST_POINTS = 200

function emptyDraft(): ClosingDraft {
  return { form: 'point', points: [], cause: 'closed', reason: '', until: 'fourHours' }
}

/** Closing a road: drawing it, seeing what it closes, saving it. Leaving loses nothing. */
export function createClosing(seams: ClosingSeams) {
  const flow = reactive<ClosingFlow>({
    drawing: false,
    saving: false,
    draft: emptyDraft(),
    preview: { state: 'empty', roads: [] },
    problem: undefined,
    pending: undefined,
  })
  let previewing = false
  let previewAgain = false

  function start(cause?: ClosureCause) {
    if (cause && !hasWork()) flow.draft.cause = cause
    flow.drawing = true
  }

  function leave() {
    flow.drawing = false
  }

  /** Something was drawn or written and is not saved. */
  function hasWork(): boolean {
    const { points, reason } = flow.draft
    return points.length > 0 || reason.trim() !== '' || flow.pending !== undefined
  }

  function clear() {
    if (flow.saving) return
    Object.assign(flow.draft, emptyDraft())
    settle()
  }

  function setForm(form: ClosureForm) {
    if (form === flow.draft.form) return
    flow.draft.form = form
    if (form === 'point') flow.draft.points = flow.draft.points.slice(-1)
    settle()
  }

  function addPoint({ lng, lat }: Point): boolean {
    const { draft } = flow
    if (!flow.drawing || flow.saving) return false
    const last = draft.points.at(-1)
    // The second click of a double click.
    if (last?.lng === lng && last.lat === lat) return false
    if (draft.form === 'point') draft.points = [{ lng, lat }]
    else if (draft.points.length >= MOST_POINTS) return false
    else draft.points.push({ lng, lat })
    settle()
    return true
  }

  function undo(): boolean {
    if (flow.saving || flow.draft.points.length === 0) return false
    flow.draft.points.pop()
    settle()
    return true
  }

  /** What was drawn is another shape now: a request whose outcome is unknown was for the old one. */
  function settle() {
    flow.problem = undefined
    flow.pending = undefined
    void preview()
  }

  function isDrawn(): boolean {
    return flow.draft.points.length >= LEAST_POINTS[flow.draft.form]
  }

  function pointsMissing(): number {
    return Math.max(0, LEAST_POINTS[flow.draft.form] - flow.draft.points.length)
  }

  /** One question at a time; while it is open, only the newest shape is asked about next. */
  async function preview(): Promise<void> {
    if (!isDrawn()) {
      flow.preview = { state: 'empty', roads: [] }
      return
    }
    if (previewing) {
      previewAgain = true
      return
    }
    previewing = true
    flow.preview.state = 'asking'
    const shape = shapeOf()
    try {
      const { roads } = await seams.preview(shape)
      if (isSame(shape)) flow.preview = { state: roads.length > 0 ? 'shown' : 'none', roads }
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      if (isSame(shape)) flow.preview = { state: noRoad(error) ? 'none' : 'failed', roads: [] }
    } finally {
      previewing = false
      const again = previewAgain || !isSame(shape)
      previewAgain = false
      if (again) void preview()
    }
  }

  function noRoad(error: RequestFailed): boolean {
    return error.code === 'no_road_here'
  }

  function shapeOf(): RoadClosureShape {
    return { form: flow.draft.form, points: flow.draft.points.map(({ lng, lat }) => ({ lng, lat })) }
  }

  function isSame(shape: RoadClosureShape): boolean {
    return JSON.stringify(shape) === JSON.stringify(shapeOf())
  }

  function isSavable(): boolean {
    return flow.drawing && !flow.saving && isDrawn() && flow.preview.state !== 'none'
  }

  /** @returns the closure when it stands */
  async function save(): Promise<RoadClosure | undefined> {
    if (!isSavable()) return undefined
    const { draft } = flow
    const pending = findRepeat() ?? { body: bodyOf(draft), key: seams.newKey(), until: draft.until }
    flow.pending = pending
    flow.saving = true
    flow.problem = undefined
    try {
      const closure = await seams.close(pending.body, pending.key)
      flow.pending = undefined
      flow.drawing = false
      Object.assign(draft, { ...emptyDraft(), form: draft.form })
      flow.preview = { state: 'empty', roads: [] }
      return closure
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      flow.problem = error.problem
      if (!error.repeatable) flow.pending = undefined
      if (noRoad(error)) flow.preview = { state: 'none', roads: [] }
      return undefined
    } finally {
      flow.saving = false
    }
  }

  function bodyOf({ cause, reason, until }: ClosingDraft): NewRoadClosure {
    const moment = seams.untilOf(until)
    return {
      ...shapeOf(),
      cause,
      reason: reason.trim() || seams.reasonOf(cause),
      ...(moment && { until: moment }),
    }
  }

  /** The request whose outcome is unknown, if it is still what is meant. The end moves on with the clock alone. */
  function findRepeat() {
    const { pending, draft } = flow
    const withoutTime = (body: NewRoadClosure) => JSON.stringify({ ...body, until: undefined })
    if (!pending || pending.until !== draft.until) return undefined
    return withoutTime(pending.body) === withoutTime(bodyOf(draft)) ? pending : undefined
  }

  return {
    flow,
    start,
    leave,
    clear,
    hasWork,
    setForm,
    addPoint,
    undo,
    isDrawn,
    isSavable,
    pointsMissing,
    save,
  }
}

export type Closing = ReturnType<typeof createClosing>
