import type { Ref } from 'vue'
import { belongsToInputMethod, useKeys } from '@/shared/keys'
import type { SafeAssigning } from './safeAssigning'

export interface KeySeams {
  assigning: SafeAssigning
  list: Readonly<Ref<HTMLElement | null>>
  enabled(): boolean
  confirm(): void
  close(): void
}

/** The keys of the proposal list. They act in the list, and when no other control has the focus. */
export function useAssigningKeys({ assigning, list, enabled, confirm, close }: KeySeams) {
  let pointed = false

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

  function release() {
    assigning.setHeld(pointed || (list.value?.contains(document.activeElement) ?? false))
  }

  return {
    /** The focus goes: within the list it is only moving. */
    leave(event: FocusEvent) {
      const next = event.relatedTarget
      if (next instanceof Node && list.value?.contains(next)) return
      assigning.setHeld(pointed)
    },
    enterPointer() {
      pointed = true
      assigning.setHeld(true)
    },
    leavePointer() {
      pointed = false
      release()
    },
    backToList() {
      assigning.back()
      list.value?.focus()
    },
  }
}
