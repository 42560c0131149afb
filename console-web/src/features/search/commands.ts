import { useSounds } from '@/features/alerts'
import { useSession } from '@/features/session'
import type { Command, CommandLine, CommandSource } from '@/shared/commands'
import { setLocale } from '@/shared/i18n'
import { isSeat, useSeat } from '@/shared/seat'
import { useSidePage } from '@/shared/side-page'
import { setTheme } from '@/shared/theme'
import { useWorkplace } from '@/shared/workplace'

type Translate = (key: string, named?: Record<string, unknown>) => string

/** What the console itself does by words: look, language, sound, seat, sign-out. Features bring their own. */
export function consoleCommands(t: Translate): CommandSource {
  const page = useSidePage()
  const session = useSession()
  const workplace = useWorkplace()
  const { setSeat } = useSeat()
  const simple: [string[], string, () => unknown][] = [
    [['夜间', 'night'], 'night', () => setTheme('night')],
    [['白天', 'day'], 'day', () => setTheme('day')],
    [['中文', 'chinese'], 'chinese', () => setLocale('zh-CN')],
    [['english', '英文', 'en'], 'english', () => setLocale('en')],
    [['静音', 'mute'], 'mute', () => useSounds().toggleMute()],
    [['按键', 'keys', 'help'], 'keys', () => page.open('help')],
    [['退出', 'sign out', 'logout'], 'signOut', () => page.open('leaving')],
  ]

  function match({ text, words }: CommandLine): Command[] {
    const line = text.toLowerCase()
    const seat = /^(?:席位|seat) ?(\d{1,2})$/.exec(line)?.[1]
    const commands = simple
      .filter(([names]) => names.includes(line))
      .map(([, id, run]): Command => ({ id, title: t(`search.does.${id}`), run }))
    if (seat && isSeat(seat)) {
      commands.push({ id: 'seat', title: t('search.does.seat', { seat }), run: () => setSeat(seat) })
    }
    if (['新呼叫', 'new call'].includes(words) && session.mayDispatch) {
      commands.push({ id: 'call', title: t('search.does.call'), run: () => workplace.takeCall() })
    }
    return commands
  }

  return {
    help: () => [
      { example: t('search.lookExample'), meaning: t('search.lookMeaning') },
      { example: t('search.seatExample'), meaning: t('search.seatMeaning') },
    ],
    match,
  }
}
