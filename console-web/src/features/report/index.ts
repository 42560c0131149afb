export { default as ReportPage } from './ReportPage.vue'
