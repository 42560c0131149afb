import { defineStore } from 'pinia'
import { watch } from 'vue'
import type { Incident } from '@/contract'
import { useBoard } from '@/live'
import { change, get, newKey } from '@/shared/api'
import { createDetailsEditor, type DetailsEditor, type Edit, type EditableField } from './detailsEditor'

const STORED = 'd120.edits'

/** Editors of incidents. What is typed and not yet saved survives a reload of the page. */
export const useEditing = defineStore('editing', () => {
  const editors = new Map<string, DetailsEditor>()
  const kept = read()

  function editorOf(incidentId: string): DetailsEditor {
    const known = editors.get(incidentId)
    if (known) return known
    const editor = createDetailsEditor(seamsOf(incidentId))
    editors.set(incidentId, editor)
    editor.restore(kept[incidentId] ?? [])
    watch(
      () => [...editor.edits],
      (edits) => keep(incidentId, edits),
      { deep: true },
    )
    return editor
  }

  function keep(incidentId: string, edits: [EditableField, Edit][]) {
    if (edits.length > 0) kept[incidentId] = edits
    else Reflect.deleteProperty(kept, incidentId)
    sessionStorage.setItem(STORED, JSON.stringify(kept))
  }

  return { editorOf }
})

function seamsOf(incidentId: string) {
  const board = useBoard()
  const path = `/incidents/${encodeURIComponent(incidentId)}`
  return {
    findIncident: () => board.findIncident(incidentId),
    async change(body: unknown, version: number) {
      const answer = await change<Incident>('PATCH', path, body, newKey(), { 'If-Match': `"${version}"` })
      board.takeIncident(answer.body)
      return answer.body
    },
    async read() {
      const incident = await get<Incident>(path)
      board.takeIncident(incident)
      return incident
    },
    setTimer: (act: () => void, millis: number) => window.setTimeout(act, millis),
    clearTimer: (timer: number) => window.clearTimeout(timer),
  }
}

function read(): Record<string, [EditableField, Edit][]> {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? '{}') as Record<string, [EditableField, Edit][]>
  } catch {
    return {}
  }
}
