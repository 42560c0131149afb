import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Session, SessionUser } from '@/contract'
import { connectBoard, useBoard } from '@/live'
import { change, get, onSignedOut, post, RequestFailed } from '@/shared/api'
import { useCenter } from '@/shared/center'

/**
 * `unknown` nobody has answered yet who is signed in · `expired` was signed in, must sign in again, and everything
 * typed stays where it is.
 */
export type SessionState = 'unknown' | 'signed_out' | 'signed_in' | 'expired'

const CONSOLE_ROLES = ['dispatcher', 'supervisor', 'observer']
/** Who has a page of their own that lives on the stream. */
const LIVE_ROLES = [...CONSOLE_ROLES, 'hospital']
const RETRY_MILLIS = 3000

/** Who is signed in. */
export const useSession = defineStore('session', () => {
  const state = ref<SessionState>('unknown')
  const user = ref<SessionUser>()
  /** Asking who is signed in failed; it is being tried again. */
  const unreachable = ref(false)
  const mayDispatch = computed(() => user.value?.role === 'dispatcher' || user.value?.role === 'supervisor')
  const hasConsole = computed(() => CONSOLE_ROLES.includes(user.value?.role ?? ''))
  const isHospital = computed(() => user.value?.role === 'hospital')

  const isAdmin = computed(() => user.value?.role === 'admin')

  onSignedOut(expire)
  watch(
    () => useBoard().status.phase,
    (phase) => phase === 'signed_out' && expire(),
  )

  function expire() {
    if (state.value === 'signed_in') state.value = 'expired'
  }

  /** Asks who is signed in, as after a reload, until somebody answers. */
  async function resume() {
    try {
      enter(await get<SessionUser>('/me'))
      unreachable.value = false
    } catch (error) {
      if (error instanceof RequestFailed && (error.status === 401 || error.status === 403)) {
        state.value = 'signed_out'
        unreachable.value = false
        return
      }
      unreachable.value = true
      setTimeout(resume, RETRY_MILLIS)
    }
  }

  /**
   * Signs in. After an expiry the same user goes on where everything was left; for another one the page starts anew,
   * so that nothing of one person's typing is sent in another's name.
   */
  async function signIn(username: string, password: string) {
    const session = await post<Session>('/sessions', { username, password })
    if (state.value === 'expired' && !isSame(session.user, user.value)) return startAnew()
    enter(session.user)
  }

  function enter(who: SessionUser) {
    user.value = who
    state.value = 'signed_in'
    if (!LIVE_ROLES.includes(who.role)) return
    void useCenter().loadUntilThere()
    connectBoard()
  }

  async function signOut() {
    try {
      await change('DELETE', '/sessions/current')
    } catch (error) {
      // An ended session is signed out already; anything else must be said, the cookie may still be good.
      if (!(error instanceof RequestFailed) || error.status !== 401) throw error
    }
    startAnew()
  }

  return { state, user, unreachable, mayDispatch, hasConsole, isHospital, isAdmin, resume, signIn, signOut }
})

export function isSame(one: SessionUser, other: SessionUser | undefined): boolean {
  return one.username === other?.username && one.center === other.center
}

/** Nothing of the one who leaves stays in this tab: not in memory, not in what the tab remembers. */
function startAnew() {
  useBoard().attach(undefined)
  sessionStorage.clear()
  location.reload()
}
