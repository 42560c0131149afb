export { default as MapPane } from './MapPane.vue'
