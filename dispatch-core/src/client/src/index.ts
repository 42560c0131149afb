export type * from './frames'
export type * from './live'
export * from './requests'
