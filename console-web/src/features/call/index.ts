export { default as CallForm } from './CallForm.vue'
