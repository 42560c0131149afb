import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { createPalette, readTokens, type Palette } from '@/map'

/** The map's colours, following the page when it changes between night and day. */
export function usePalette(): Readonly<ShallowRef<Palette>> {
  const root = document.documentElement
  const read = () => createPalette(readTokens(root), !root.classList.contains('day'))
  const palette = shallowRef(read())
  const observer = new MutationObserver(() => {
    const night = !root.classList.contains('day')
    if (night !== palette.value.night) palette.value = read()
  })
  observer.observe(root, { attributes: true, attributeFilter: ['class'] })
  onScopeDispose(() => observer.disconnect())
  return palette
}
