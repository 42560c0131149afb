import { onScopeDispose, type Ref } from 'vue'
import { belongsToInputMethod, useKeys } from '@/shared/keys'
import type { SafeAssigning } from './safeAssigning'

export interface KeySeams {
  assigning: SafeAssigning
  list: Readonly<Ref<HTMLElement | null>>
  enabled(): boolean
  confirm(): void
  close(): void
}

/** For so long after its last move a pointer in the list counts as reading it. */
export const POINTER_MILLIS = 1_500

/** The keys of the proposal list. They act in the list, and when no other control has the focus. */
export function useAssigningKeys({ assigning, list, enabled, confirm, close }: KeySeams) {
  let pointed = false
  let lastPoint: { x: number; y: number } | undefined
  let rest: ReturnType<typeof setTimeout> | undefined

  function mine(event: KeyboardEvent): boolean {
    if (!enabled() || belongsToInputMethod(event)) return false
    const { target } = event
    if (!(target instanceof Element)) return true
    return (
      target === document.body ||
      target.matches('[data-assign-keys]') ||
      (list.value?.contains(target) ?? false)
    )
  }

  function step(by: 1 | -1) {
    return (event: KeyboardEvent) => {
      if (!mine(event)) return false
      list.value?.focus()
      assigning.step(by)
      return true
    }
  }

  function when(act: () => void) {
    return (event: KeyboardEvent) => {
      if (!mine(event)) return false
      act()
      return true
    }
  }

  useKeys([
    { combination: 'ArrowDown', act: step(1) },
    { combination: 'ArrowUp', act: step(-1) },
    { combination: 'Enter', act: when(confirm) },
    { combination: 'r', act: when(() => assigning.takeNewest()) },
    {
      combination: 'Escape',
      act: (event) => {
        if (!mine(event)) return false
        if (assigning.flow.hint) assigning.back()
        else close()
        list.value?.blur()
        return undefined
      },
    },
  ])

  function setPointed(reads: boolean) {
    clearTimeout(rest)
    pointed = reads
    assigning.setHeld(pointed || (list.value?.contains(document.activeElement) ?? false))
  }

  onScopeDispose(() => {
    clearTimeout(rest)
    assigning.setHeld(false)
  })

  return {
    /** The focus goes: within the list it is only moving. */
    leave(event: FocusEvent) {
      const next = event.relatedTarget
      if (next instanceof Node && list.value?.contains(next)) return
      assigning.setHeld(pointed)
    },
    /**
     * A pointer reads the list only while it moves in it. One that rests where the list happens to appear does not, nor
     * do the moves that a browser reports because rows moved under it.
     */
    movePointer({ screenX: x, screenY: y }: PointerEvent) {
      const moved = lastPoint !== undefined && (lastPoint.x !== x || lastPoint.y !== y)
      lastPoint = { x, y }
      if (!moved) return
      setPointed(true)
      rest = setTimeout(() => setPointed(false), POINTER_MILLIS)
    },
    leavePointer() {
      lastPoint = undefined
      setPointed(false)
    },
    backToList() {
      assigning.back()
      list.value?.focus()
    },
  }
}
