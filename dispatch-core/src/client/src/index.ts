export type * from './frames'
export * from './live'
<<<<<<< HEAD
=======
export { followPage } from './follow-page'
>>>>>>> crew
export * from './requests'
