import '@/styles/controls.css'

export { default as CallForm } from './CallForm.vue'
export { default as DraftTabs } from './DraftTabs.vue'
