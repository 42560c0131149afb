import '@/styles/controls.css'

export { default as TriageCard } from './TriageCard.vue'
export { default as TriageLine } from './TriageLine.vue'
export { inWords } from './tell'
export { useTriage } from './useTriage'
