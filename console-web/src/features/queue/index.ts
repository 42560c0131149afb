export { default as IncidentQueue } from './IncidentQueue.vue'
export { byUrgency } from './queue-order'
