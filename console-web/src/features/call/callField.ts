import { computed, type WritableComputedRef } from 'vue'
import { useEditing, type EditableField } from '@/features/incident'
import type { DETAIL_FIELDS, Draft } from './draft'

type DetailField = (typeof DETAIL_FIELDS)[number]

/** A field of the form: of the draft until there is an incident, and from then on of the incident, saved by itself. */
export function useCallField(draft: () => Draft, field: DetailField): WritableComputedRef<string> {
  return computed({
    get: () => draft()[field],
    set: (value) => {
      const target = draft()
      Object.assign(target, { [field]: value })
      if (target.state !== 'opened' || !target.incidentId) return
      const soon = field === 'complaint' || field === 'callerWithPatient'
      useEditing().editorOf(target.incidentId).edit(field, value, soon)
    },
  })
}

/** How the field stands with the server, once there is an incident. */
export function useFieldState(draft: () => Draft, field: EditableField) {
  return computed(() => {
    const { state, incidentId } = draft()
    if (state !== 'opened' || !incidentId) return {}
    const editor = useEditing().editorOf(incidentId)
    return { edit: editor.edits.get(field), saved: editor.saved.has(field) }
  })
}

/** Takes what somebody else wrote in place of what was typed here. */
export function adopt(draft: Draft, field: DetailField, theirs: string): void {
  Object.assign(draft, { [field]: theirs })
}
