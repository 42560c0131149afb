import { ref } from 'vue'
import { recall, remember } from './preferences'

export type Theme = 'night' | 'day'

const theme = ref<Theme>(recall('theme', ['night', 'day'], 'night'))

/** Night or day. Night is the default: control rooms are dark. */
export function useTheme() {
  return { theme, setTheme, toggleTheme: () => setTheme(theme.value === 'night' ? 'day' : 'night') }
}

export function setTheme(next: Theme): void {
  theme.value = next
  remember('theme', next)
  showTheme()
}

/** `dark` is what Element Plus goes by, `day` our own tokens. */
export function showTheme(): void {
  document.documentElement.classList.toggle('dark', theme.value === 'night')
  document.documentElement.classList.toggle('day', theme.value === 'day')
}
