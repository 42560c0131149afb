export type * from './frames'
export * from './live'
export { followPage } from './follow-page'
export * from './requests'
