import { belongsToInputMethod } from '@/shared/keys'

/** `Enter` in a field saves, `Esc` puts the form away; on a button they are the button's own. */
export function formKeys(save: () => unknown, back: () => void) {
  return (event: KeyboardEvent) => {
    if (belongsToInputMethod(event) || event.defaultPrevented) return
    const pressed = event.target instanceof HTMLButtonElement
    if (event.key === 'Escape') {
      event.preventDefault()
      back()
    } else if (event.key === 'Enter' && !pressed) {
      event.preventDefault()
      if (!event.repeat) void save()
    }
  }
}
