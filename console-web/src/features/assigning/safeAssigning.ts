import { reactive } from 'vue'
import type { Assignment, ProposedUnit } from '@/contract'
import { RequestFailed, type Problem } from '@/shared/api'
import {
  choose,
  emptyList,
  hold,
  isPreemptible,
  move,
  press,
  refresh,
  takeUnits,
  type ProposalList,
} from './proposals'

/** For so long one key takes back what was sent. */
export const RECALL_MILLIS = 10_000

/** Where assigning meets the world; handed in by tests. */
export interface AssigningSeams {
  now(): number
  newKey(): string
  assign(incidentId: string, request: AssignRequest, key: string): Promise<Assignment>
  cancel(assignmentId: string, key: string): Promise<unknown>
  mayPreempt(): boolean
}

export interface AssignRequest {
  unitId: string
  overrideReason?: string
  preempt?: true
}

/** A request on its way, or one whose outcome nobody knows: it is repeated with the same key. */
export interface Sending {
  unit: ProposedUnit
  request: AssignRequest
  key: string
}

export interface Recall {
  assignment: Assignment
  key: string
  untilMillis: number
  state: 'offered' | 'sending' | 'done'
  problem?: Problem
}

/** Assigning for one incident. */
export interface AssigningFlow {
  list: ProposalList
  step: 'choosing' | 'reason' | 'sending' | 'uncertain'
  hint?: 'again' | 'blocked' | 'choose' | undefined
  reason: string
  sending?: Sending | undefined
  problem?: Problem | undefined
  recall?: Recall | undefined
}

export type SafeAssigning = ReturnType<typeof createSafeAssigning>

/**
 * The rules by which a key sends an ambulance: what is sent is the unit shown, once; a proposal that changed a moment
 * ago needs a second press; another unit than the proposed one needs a reason; for 10 s one key takes it back.
 */
export function createSafeAssigning(incidentId: string, seams: AssigningSeams) {
  const flow = reactive<AssigningFlow>({ list: emptyList(seams.now()), step: 'choosing', reason: '' })

  function take(units: ProposedUnit[], ranked = true) {
    flow.list = takeUnits(flow.list, units, seams.now(), ranked)
    // Whom the reason was asked for is not listed any more.
    if (flow.step === 'reason' && !flow.list.chosenId) back()
  }

  /** Somebody turns to this incident: what they now see is new to them; only a question that is open stays open. */
  function arrive() {
    if (flow.step !== 'choosing') return
    back()
    flow.list = { ...refresh(flow.list, seams.now()), changedAt: seams.now(), warnedId: undefined }
  }

  function setHeld(held: boolean) {
    flow.list = hold(flow.list, held, seams.now())
  }

  function step(by: 1 | -1) {
    if (!isOpen()) return
    back()
    flow.list = move(flow.list, by)
  }

  function select(unitId: string) {
    if (!isOpen()) return
    back()
    flow.list = choose(flow.list, unitId)
  }

  function takeNewest() {
    if (!isOpen()) return
    back()
    flow.list = refresh(flow.list, seams.now())
  }

  /** The assigning key: assigns, asks why, or says why not. */
  async function confirm(): Promise<Assignment | undefined> {
    if (flow.step === 'uncertain') return repeat()
    if (flow.step !== 'choosing') return undefined
    const [list, meant] = press(flow.list, seams.now(), seams.mayPreempt())
    flow.list = list
    flow.problem = undefined
    flow.hint =
      meant.kind === 'again' || meant.kind === 'blocked' || meant.kind === 'choose' ? meant.kind : undefined
    if (meant.kind === 'reason') {
      flow.list = choose(flow.list, meant.unit.unitId)
      flow.step = 'reason'
    }
    return meant.kind === 'send' ? send(meant.unit, {}) : undefined
  }

  /** With the reason for another unit than the proposed one. */
  async function confirmReason(): Promise<Assignment | undefined> {
    const unit = flow.list.shown.find((one) => one.unitId === flow.list.chosenId)
    const overrideReason = flow.reason.trim()
    if (flow.step !== 'reason' || !unit || overrideReason === '') return undefined
    return send(unit, { overrideReason, ...(isPreemptible(unit) && { preempt: true }) })
  }

  /** Back to the list; what was typed stays. */
  function back() {
    if (!isOpen()) return
    flow.step = 'choosing'
    flow.hint = undefined
    flow.problem = undefined
  }

  /** After a look at the board: whatever became of the request, choose anew. */
  function giveUp() {
    if (flow.step !== 'uncertain') return
    flow.sending = undefined
    flow.step = 'choosing'
    flow.problem = undefined
  }

  function send(unit: ProposedUnit, more: Omit<AssignRequest, 'unitId'>) {
    return deliver({ unit, request: { unitId: unit.unitId, ...more }, key: seams.newKey() })
  }

  function repeat() {
    return flow.sending ? deliver(flow.sending) : Promise.resolve(undefined)
  }

  async function deliver(sending: Sending): Promise<Assignment | undefined> {
    flow.sending = sending
    flow.step = 'sending'
    flow.hint = undefined
    flow.problem = undefined
    try {
      const assignment = await seams.assign(incidentId, sending.request, sending.key)
      sent(assignment)
      return assignment
    } catch (error) {
      refused(error)
      return undefined
    }
  }

  function sent(assignment: Assignment) {
    flow.sending = undefined
    flow.step = 'choosing'
    flow.reason = ''
    flow.list = { ...flow.list, chosenId: undefined }
    flow.recall = {
      assignment,
      key: seams.newKey(),
      untilMillis: seams.now() + RECALL_MILLIS,
      state: 'offered',
    }
  }

  function refused(error: unknown) {
    if (!(error instanceof RequestFailed)) throw error
    flow.problem = error.problem
    const uncertain = error.repeatable && error.code !== 'storage_unavailable'
    flow.step = uncertain ? 'uncertain' : 'choosing'
    if (!uncertain) flow.sending = undefined
  }

  /** Seconds left in which {@link takeBack} works; 0 when there is nothing to take back. */
  function recallSeconds(now: number): number {
    const { recall } = flow
    if (!recall || recall.state === 'done') return 0
    return Math.max(0, Math.ceil((recall.untilMillis - now) / 1000))
  }

  /** Takes back what was sent, once. */
  async function takeBack(): Promise<boolean> {
    const { recall } = flow
    if (!recall || recall.state !== 'offered' || seams.now() >= recall.untilMillis) return false
    recall.state = 'sending'
    delete recall.problem
    try {
      await seams.cancel(recall.assignment.id, recall.key)
      recall.state = 'done'
      return true
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      recall.problem = error.problem
      recall.state = 'offered'
      // Trying again must stay possible when the first try took the rest of the time.
      recall.untilMillis = Math.max(recall.untilMillis, seams.now() + RECALL_MILLIS)
      return false
    }
  }

  function isOpen(): boolean {
    return flow.step === 'choosing' || flow.step === 'reason'
  }

  return {
    flow,
    take,
    arrive,
    setHeld,
    step,
    select,
    takeNewest,
    confirm,
    confirmReason,
    back,
    giveUp,
    recallSeconds,
    takeBack,
  }
}
