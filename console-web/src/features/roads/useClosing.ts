import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { ClosureCause, RoadClosure } from '@/contract'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { change, newKey, post, RequestFailed } from '@/shared/api'
import { useCenter } from '@/shared/center'
import { i18n } from '@/shared/i18n'
import { useSidePage } from '@/shared/side-page'
import { useWorkplace } from '@/shared/workplace'
import { createClosing, type Line } from './closing'
import { untilOf } from './until'

/** Road closures as this dispatcher works on them: one draft, and the list. */
export const useClosing = defineStore('closing', () => {
  const board = useBoard()
  const workplace = useWorkplace()
  const session = useSession()
  const page = useSidePage()
  const closing = createClosing({
    preview: (shape) => post<{ roads: Line[] }>('/road-closures/preview', shape),
    close: (body, key) => post<RoadClosure>('/road-closures', body, key),
    newKey,
    untilOf: (preset) => untilOf(preset, board.serverNow(), useCenter().info?.zone ?? 'Asia/Shanghai'),
    reasonOf: (cause) => i18n.global.t(`roads.cause.${cause}`),
  })
  const { flow } = closing
  /** Looked at in the list. */
  const pointedAt = ref<string>()
  /** Grows whenever whoever draws should find the cursor in the reason. */
  const readyToType = ref(0)

  function draw(cause?: ClosureCause): boolean {
    if (!session.mayDispatch) return false
    workplace.placeRequest?.answer(undefined)
    closing.start(cause)
    page.open('closures')
    return true
  }

  function showList(closureId?: string) {
    pointedAt.value = closureId
    page.open('closures')
  }

  /** A click on the map while drawing; the reason is what comes next. */
  function drawPoint(place: { lng: number; lat: number }, typeNext: boolean) {
    if (closing.addPoint(place) && typeNext) readyToType.value++
  }

  async function save(): Promise<RoadClosure | undefined> {
    const closure = await closing.save()
    if (!closure) return undefined
    // The socket brings it too; whoever closed it must not wait for that.
    board.takeRoadClosure(closure)
    pointedAt.value = closure.id
    return closure
  }

  async function reopen(closureId: string, key: string): Promise<void> {
    try {
      await change('DELETE', `/road-closures/${encodeURIComponent(closureId)}`, undefined, key)
    } catch (error) {
      // Somebody else was faster, or its time was over: it is open, which is what was wanted.
      if (!(error instanceof RequestFailed) || error.code !== 'not_found') throw error
    }
    board.openRoad(closureId)
  }

  watch(
    () => flow.drawing,
    (drawing) => (workplace.drawing = drawing),
    { flush: 'sync' },
  )
  // A call, or a place for one, comes first; the draft waits.
  watch([() => workplace.takingCall, () => workplace.placeRequest], ([taking, request]) => {
    if (taking || request) closing.leave()
  })
  watch(
    () => page.page,
    (shown) => shown !== 'closures' && shown !== 'search' && closing.leave(),
  )
  watch(
    () => session.user?.username,
    (now, before) => before !== undefined && now !== before && closing.clear(),
  )

  return { ...closing, pointedAt, readyToType, draw, showList, drawPoint, saveAndShow: save, reopen }
})
