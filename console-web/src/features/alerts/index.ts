export { default as AlertList } from './AlertList.vue'
