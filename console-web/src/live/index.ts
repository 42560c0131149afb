export { useBoard, type AfterStates, type Inbound } from './board'
export { connectBoard } from './connect'
export type { JournalEvent, LivePhase, LiveStatus, UnitPosition } from '@dispatch120/client'
