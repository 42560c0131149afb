import '@/styles/controls.css'

export { default as ComplaintPicker } from './ComplaintPicker.vue'
export { useDuplicates } from './duplicates'
export { useEditing } from './editing'
export type { EditableField } from './detailsEditor'
export { default as IncidentPanel } from './IncidentPanel.vue'
export { useLinks } from './links'
export { default as SaveState } from './SaveState.vue'
