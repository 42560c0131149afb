import { reactive } from 'vue'
import type { Incident, IncidentChange } from '@/contract'
import { RequestFailed, type Problem } from '@/shared/api'

export type EditableField = keyof IncidentChange

/** What somebody typed and the server does not have yet. */
export interface Edit {
  value: string
  /** What the field said when the edit began. */
  base: string
  state: 'typing' | 'saving' | 'failed' | 'conflict'
  /** What somebody else wrote meanwhile; one of the two has to be chosen. */
  theirs?: string
  problem?: Problem
}

/** Where the editor meets the world; handed in by tests. */
export interface EditorSeams {
  findIncident(): Incident | undefined
  /** @throws RequestFailed 412 when the version is not the newest */
  change(change: IncidentChange, version: number): Promise<Incident>
  read(): Promise<Incident>
  setTimer(act: () => void, millis: number): number
  clearTimer(timer: number): void
}

const AFTER_TYPING_MILLIS = 700
const RETRY_MILLIS = 5_000
/** Others edit the same incident at the same time; more rounds than this mean that something is wrong. */
const ROUNDS = 4

export type DetailsEditor = ReturnType<typeof createDetailsEditor>

/**
 * Saves the details of one incident while they are typed. Edits of different fields by different people merge by
 * themselves; of the same field, both are shown and a person chooses. Nothing typed is ever dropped.
 */
export function createDetailsEditor(seams: EditorSeams) {
  const edits = reactive(new Map<EditableField, Edit>())
  /** Fields whose last edit was saved, until the next one. */
  const saved = reactive(new Set<EditableField>())
  let timer: number | undefined
  let running: Promise<void> | undefined

  function valueOf(field: EditableField): string {
    return edits.get(field)?.value ?? current(field)
  }

  function edit(field: EditableField, value: string, soon = false) {
    const known = edits.get(field)
    saved.delete(field)
    if (known) {
      known.value = value
      if (known.state !== 'conflict' && known.state !== 'saving') known.state = 'typing'
    } else if (value !== current(field)) {
      edits.set(field, { value, base: current(field), state: 'typing' })
    }
    schedule(soon ? 0 : AFTER_TYPING_MILLIS)
  }

  /** Saves what can be saved, now. */
  function flush(): Promise<void> {
    clear()
    running ??= save().finally(() => {
      running = undefined
      if (edits.size > 0) scheduleRest()
    })
    return running
  }

  async function save() {
    for (let round = 0; round < ROUNDS; round++) {
      const incident = seams.findIncident()
      if (!incident) return
      const change = collect()
      const fields = Object.keys(change) as EditableField[]
      if (fields.length === 0) return
      try {
        await seams.change(change, incident.version)
        fields.forEach((field) => settle(field, String(change[field])))
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error
        if (error.status !== 412) return fail(fields, error)
        await readAgain(fields)
      }
    }
  }

  /** What is sent: edits nobody has crossed. Crossed ones are set aside for a choice. */
  function collect(): IncidentChange {
    const change: Record<string, string> = {}
    for (const [field, edit] of edits) {
      const now = current(field)
      if (now === edit.value) settle(field, now)
      else if (now !== edit.base) Object.assign(edit, { state: 'conflict', theirs: now })
      else {
        edit.state = 'saving'
        delete edit.problem
        change[field] = edit.value
      }
    }
    return change as IncidentChange
  }

  async function readAgain(fields: EditableField[]) {
    try {
      await seams.read()
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      fail(fields, error)
    }
  }

  function settle(field: EditableField, stored: string) {
    const edit = edits.get(field)
    if (!edit) return
    if (edit.value === stored) {
      edits.delete(field)
      saved.add(field)
    } else Object.assign(edit, { base: stored, state: 'typing' })
  }

  function fail(fields: EditableField[], error: RequestFailed) {
    for (const field of fields) {
      const edit = edits.get(field)
      if (edit) Object.assign(edit, { state: 'failed', problem: error.problem })
    }
  }

  function resolve(field: EditableField, choice: 'mine' | 'theirs') {
    const edit = edits.get(field)
    if (!edit) return
    if (choice === 'theirs') edits.delete(field)
    else {
      Object.assign(edit, { base: current(field), state: 'typing' })
      delete edit.theirs
    }
    schedule(0)
  }

  /** Text that was typed before a reload. */
  function restore(kept: [EditableField, Edit][]) {
    kept.forEach(([field, edit]) => edits.set(field, { ...edit, state: 'typing' }))
    if (kept.length > 0) schedule(0)
  }

  function scheduleRest() {
    const states = [...edits.values()]
    if (states.some((edit) => edit.state === 'typing')) schedule(AFTER_TYPING_MILLIS)
    else if (states.some((edit) => edit.state === 'failed' && isWorthRetrying(edit.problem)))
      schedule(RETRY_MILLIS)
  }

  function schedule(millis: number) {
    clear()
    timer = seams.setTimer(() => void flush(), millis)
  }

  function clear() {
    if (timer !== undefined) seams.clearTimer(timer)
    timer = undefined
  }

  function current(field: EditableField): string {
    return seams.findIncident()?.[field] ?? ''
  }

  return { edits, saved, valueOf, edit, flush, resolve, restore, stop: clear }
}

function isWorthRetrying(problem: Problem | undefined): boolean {
  return problem !== undefined && (problem.status === 0 || problem.status >= 500 || problem.status === 401)
}
