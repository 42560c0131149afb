export type * from './frames'
export * from './live'
export * from './requests'
