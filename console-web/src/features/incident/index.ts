export { default as IncidentPanel } from './IncidentPanel.vue'
