export { default as AlertList } from './AlertList.vue'
export { groupAlerts } from './alert-groups'
export { useSounds } from './sounds'
