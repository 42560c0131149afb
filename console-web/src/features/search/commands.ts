import type { Milestone, Unit } from '@/contract'
import { useSounds } from '@/features/alerts'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { post } from '@/shared/api'
import type { Command, CommandLine, CommandSource } from '@/shared/commands'
import { describeIncident } from '@/shared/describe'
import { setLocale } from '@/shared/i18n'
import { isSeat, useSeat } from '@/shared/seat'
import { useSidePage } from '@/shared/side-page'
import { setTheme } from '@/shared/theme'
import { useWorkplace } from '@/shared/workplace'
import { findMilestone } from './milestone-words'

type Translate = (key: string, named?: Record<string, unknown>) => string

/** `A12 到达现场`: what a crew said on the radio, recorded for its live assignment. */
export function milestoneCommands(t: Translate): CommandSource {
  const board = useBoard()
  const session = useSession()

  function blockedBy(unit: Unit | undefined, id: string): string | undefined {
    if (!unit) return t('search.noUnit', { unit: id })
    if (!session.mayDispatch) return t('search.readOnly')
    return unit.assignmentId ? undefined : t('search.noAssignment', { unit: id })
  }

  function match({ words, unit: id }: CommandLine): Command[] {
    const milestone = id && findMilestone(words)
    if (!id || !milestone) return []
    const unit = board.units.get(id)
    const incident = unit?.incidentId ? board.findIncident(unit.incidentId) : undefined
    const blocked = blockedBy(unit, id)
    return [
      {
        id: 'milestone',
        title: t('search.record', { unit: id, milestone: t(`shared.milestone.${milestone}`) }),
        detail: incident ? `${describeIncident(incident, t)} ${incident.number}` : '',
        ...(blocked && { blocked }),
        run: () => record(unit?.assignmentId ?? '', milestone),
      },
    ]
  }

  function record(assignmentId: string, milestone: Milestone) {
    return post(`/assignments/${assignmentId}/milestones`, { milestone })
  }

  return {
    help: () => [{ example: t('search.milestoneExample'), meaning: t('search.milestoneMeaning') }],
    match,
  }
}

/** Words for what the console itself does: look, language, sound, seat, sign-out. */
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
