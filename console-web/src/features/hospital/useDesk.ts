import { computed, ref, watch } from 'vue'
import { Player } from '@/features/alerts'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { useNow } from '@/shared/time'
import { rowsOf } from './inbound'

/** A pre-alert sounds again until it is answered, as alerts of tier 1 do. */
const REPEAT_MILLIS = 10_000

/** This hospital's patients, live, and the sound of those who wait for an answer. */
export function useDesk() {
  const board = useBoard()
  const session = useSession()
  const now = useNow()
  const hospital = computed(() => session.user?.hospitalId ?? '')
  const rows = computed(() =>
    rowsOf([...board.incidents.values(), ...board.closed.values()], hospital.value, board.inbound, now.value),
  )
  const asked = computed(() => rows.value.filter((row) => row.phase === 'asked'))
  const sound = useRepeatedSound(() => asked.value.map((row) => row.key).join())
  return { hospital, rows, asked, sound }
}

/** Sounds at once for something new and every 10 s while there is anything. Browsers want a touch before the first. */
function useRepeatedSound(keys: () => string) {
  const now = useNow()
  const player = new Player()
  const locked = ref(true)
  let lastAt = 0
  let heard = ''

  async function unlock() {
    await player.unlock().catch(() => undefined) // said by `locked`, which stays
    locked.value = !player.unlocked
  }

  watch([keys, now, locked], ([present]) => {
    const fresh = present !== '' && present !== heard
    heard = present
    const nowMillis = performance.now()
    if (present === '' || (!fresh && nowMillis - lastAt < REPEAT_MILLIS)) return
    lastAt = nowMillis
    player.play('tier1')
  })

  return { locked, unlock }
}
