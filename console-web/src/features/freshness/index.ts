export { default as FreshnessBanner } from './FreshnessBanner.vue'
export { default as FreshnessLight } from './FreshnessLight.vue'
export { useFreshness } from './use-freshness'
