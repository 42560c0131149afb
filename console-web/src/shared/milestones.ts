export { MILESTONES, WITHDRAWAL_MILLIS } from '@dispatch120/client'
