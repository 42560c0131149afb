import '@/styles/controls.css'

export { default as CardsPage } from './CardsPage.vue'
