import { openLive } from '@dispatch120/client'
import type { Board } from '@/contract'
import { useBoard, type AfterStates } from './board'

/** Opens the console's stream into the board; the board closes it when another one, or none, is attached. */
export function connectBoard(): void {
  const board = useBoard()
  board.attach(
    openLive<Board, AfterStates>({
      path: '/ws/console',
      onSnapshot: board.showSnapshot,
      onEvent: board.takeEvent,
      onPositions: board.takePositions,
      onOther: board.takeOther,
      onStatus: board.takeStatus,
    }),
  )
}
