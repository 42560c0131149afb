export { pathOf, useAction, type Action } from '@/shared/action'
