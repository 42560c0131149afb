import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, watch } from 'vue'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { useNow } from '@/shared/time'
import { groupAlerts } from './alert-groups'
import { MUTE_MILLIS, muteSecondsLeft } from './mute'
import { Player } from './player'
import { SoundPolicy, type Audible } from './sound-policy'

const GESTURES = ['pointerdown', 'keydown'] as const

/** The console's sounds, muted or not, and whether the browser lets them out yet. For whoever can act: observers hear none. */
export const useSounds = defineStore('sounds', () => {
  const board = useBoard()
  const session = useSession()
  const now = useNow()
  const player = new Player()
  const policy = new SoundPolicy()
  let started = false
  const locked = ref(true)
  const mutedUntil = ref<number>()
  const secondsLeft = computed(() => muteSecondsLeft(mutedUntil.value, now.value))
  const muted = computed(() => secondsLeft.value > 0)
  /** Incidents that others opened while we were here. */
  const opened = shallowReactive(new Set<string>())

  const audible = computed<Audible>(() => {
    const { loud, shown } = groupAlerts(board.alerts, session.user?.username, now.value)
    return {
      loud: loud.map((alert) => `${alert.id}:${alert.level}`),
      incidents: [...opened].filter((id) => board.incidents.get(id)?.status === 'waiting'),
      shown: shown
        .filter((alert) => alert.tier === 2 && !alert.owner)
        .map((alert) => `${alert.id}:${alert.level}`),
    }
  })

  function toggleMute() {
    mutedUntil.value = muted.value ? undefined : now.value + MUTE_MILLIS
  }

  /** To be called when the board is shown. */
  function start() {
    if (started) return
    started = true
    GESTURES.forEach((gesture) => window.addEventListener(gesture, unlock, { capture: true }))
    board.onEvent((event) => {
      const mine = event.actor.split(':').at(-1) === session.user?.username
      if (event.type === 'incident_opened' && event.incidentId && !mine) opened.add(event.incidentId)
    })
    watch(
      () => board.ready,
      (ready) => ready && policy.start(audible.value),
      { immediate: true },
    )
    watch([audible, now], sound)
  }

  function sound() {
    if (!board.ready || !session.mayDispatch || session.state !== 'signed_in') return
    const next = policy.next(audible.value, performance.now(), muted.value)
    if (next) player.play(next)
  }

  async function unlock() {
    await player.unlock().catch(() => undefined) // said by `locked`, which stays
    locked.value = !player.unlocked
    if (!locked.value)
      GESTURES.forEach((gesture) => window.removeEventListener(gesture, unlock, { capture: true }))
  }

  return { locked, muted, secondsLeft, toggleMute, start }
})
