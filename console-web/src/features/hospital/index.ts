export { default as HospitalDesk } from './HospitalDesk.vue'
