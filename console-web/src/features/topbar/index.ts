export { default as TopBar } from './TopBar.vue'
