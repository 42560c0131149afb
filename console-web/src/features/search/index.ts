export { default as SearchBox } from './SearchBox.vue'
export { default as SearchResults } from './SearchResults.vue'
