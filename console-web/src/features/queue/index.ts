export { default as IncidentQueue } from './IncidentQueue.vue'
