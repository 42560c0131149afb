export { default as AlertList } from './AlertList.vue'
export { groupAlerts } from './alert-groups'
export { Player } from './player'
export { useSounds } from './sounds'
