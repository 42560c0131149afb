import { openLive, type Live } from '@dispatch120/client'
import type { Board } from '@/contract'
import { get, RequestFailed } from '@/shared/api'
import { useBoard, type AfterStates } from './board'

let stopListening: () => void = () => undefined

/** Opens the console's stream into the board; the board closes it when another one, or none, is attached. */
export function connectBoard(): void {
  const board = useBoard()
  const live = openLive<Board, AfterStates>({
    path: '/ws/console',
    onSnapshot: board.showSnapshot,
    onEvent: board.takeEvent,
    onPositions: board.takePositions,
    onOther: board.takeOther,
    onStatus: board.takeStatus,
    checkSession,
  })
  board.attach(live)
  board.takeStatus(live.status) // the old one's last word was that it is closed
  stopListening()
  stopListening = listenToDevice(live)
}

/** A browser cannot tell a refused session from a dead network; a request can. Throws while nobody answers. */
async function checkSession(): Promise<boolean> {
  try {
    await get('/me')
    return true
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 401) return false
    throw error
  }
}

/** A PC that wakes or finds its network again need not wait for the next try. */
function listenToDevice(live: Live): () => void {
  const wake = () => {
    if (document.visibilityState === 'visible') live.wake()
  }
  const doubt = () => live.doubt()
  window.addEventListener('online', wake)
  window.addEventListener('offline', doubt)
  document.addEventListener('visibilitychange', wake)
  return () => {
    window.removeEventListener('online', wake)
    window.removeEventListener('offline', doubt)
    document.removeEventListener('visibilitychange', wake)
  }
}
