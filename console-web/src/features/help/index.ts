export { default as KeyHelp } from './KeyHelp.vue'
