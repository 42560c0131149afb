import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Session, SessionUser } from '@/contract'
import { connectBoard, useBoard } from '@/live'
import { change, get, onSignedOut, post, RequestFailed } from '@/shared/api'
import { useCenter } from '@/shared/center'

/**
 * Who is signed in. `unknown` until the server was asked · `expired` means: was signed in, must sign in again, and
 * everything typed stays where it is.
 */
export const useSession = defineStore('session', () => {
  const state = ref<'unknown' | 'signed_out' | 'signed_in' | 'expired'>('unknown')
  const user = ref<SessionUser>()
  const mayDispatch = computed(() => user.value?.role === 'dispatcher' || user.value?.role === 'supervisor')

  onSignedOut(() => {
    if (state.value === 'signed_in') state.value = 'expired'
  })

  /** Asks who is signed in, as after a reload. */
  async function resume() {
    try {
      await enter(await get<SessionUser>('/me'))
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.status !== 401) throw error
      state.value = 'signed_out'
    }
  }

  async function signIn(username: string, password: string) {
    const session = await post<Session>('/sessions', { username, password })
    await enter(session.user)
  }

  async function enter(who: SessionUser) {
    user.value = who
    state.value = 'signed_in'
    await useCenter().load()
    connectBoard()
  }

  async function signOut() {
    try {
      await change('DELETE', '/sessions/current')
    } finally {
      useBoard().attach(undefined)
      user.value = undefined
      state.value = 'signed_out'
    }
  }

  return { state, user, mayDispatch, resume, signIn, signOut }
})
