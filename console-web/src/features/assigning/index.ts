import '@/styles/controls.css'

export { useAssigning } from './assigning'
export { listWithoutPlace } from './proposal'
export { useFigures } from './figures'
export { default as ProposalList } from './ProposalList.vue'
export { default as RecallBar } from './RecallBar.vue'
