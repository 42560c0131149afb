import type { ClosureCause, RoadClosure } from '@/contract'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { newKey } from '@/shared/api'
import { useCenter } from '@/shared/center'
import { useCommands, type Command } from '@/shared/commands'
import { i18n } from '@/shared/i18n'
import { CAUSES } from './closing'
import { tellClosure, tellUntil } from './tell'
import { useClosing } from './useClosing'

const CLOSE = ['封路', '封闭道路', '道路封闭', 'close road', 'road closed']
const REOPEN = ['解除封路', '解除封闭', '解除', '开路', 'reopen road', 'reopen']
/** Lines of results; the list on the left holds all. */
const MOST = 8

/** What can be typed about roads: `封路`, `封路 积水`, `解除封路`. */
export function useRoadCommands(): void {
  const { t } = i18n.global
  useCommands({
    help: () => [
      { example: t('roads.command.closeExample'), meaning: t('roads.command.closeMeaning') },
      { example: t('roads.command.openExample'), meaning: t('roads.command.openMeaning') },
    ],
    match({ text }) {
      const line = text.toLowerCase()
      const reopening = after(line, REOPEN)
      if (reopening !== undefined) return reopenCommands(reopening)
      const closing = after(line, CLOSE)
      return closing === undefined ? [] : closeCommands(closing)
    },
  })
}

/** What is typed behind one of the words; nothing when it begins with none of them. */
function after(line: string, names: string[]): string | undefined {
  const name = names.find((one) => line === one || line.startsWith(`${one} `))
  return name === undefined ? undefined : line.slice(name.length).trim()
}

function closeCommands(rest: string): Command[] {
  const { t } = i18n.global
  const board = useBoard()
  const cause = CAUSES.find((one) => rest !== '' && wordsOf(one).some((word) => word.startsWith(rest)))
  if (rest !== '' && !cause) return []
  const list: Command = {
    id: 'closures',
    title: t('roads.command.list', { count: board.roadClosures.size }),
    run: () => useClosing().showList(),
  }
  const close: Command = {
    id: 'close road',
    title: t('roads.command.close'),
    ...(cause && { detail: t(`roads.cause.${cause}`) }),
    ...(!useSession().mayDispatch && { blocked: t('roads.readOnly') }),
    run: () => useClosing().draw(cause),
  }
  return rest === '' ? [close, list] : [close]
}

function wordsOf(cause: ClosureCause): string[] {
  return [cause, i18n.global.t(`roads.cause.${cause}`)]
}

function reopenCommands(rest: string): Command[] {
  const { t } = i18n.global
  const board = useBoard()
  const matching = [...board.roadClosures.values()].filter((closure) =>
    tellClosure(closure, t).toLowerCase().includes(rest),
  )
  if (matching.length === 0) {
    return [
      { id: 'no closure', title: t('roads.command.none'), blocked: t('roads.none'), run: () => undefined },
    ]
  }
  const commands = matching.slice(0, MOST).map(reopenCommand)
  return commands.length > 1 ? [askWhich(), ...commands] : commands
}

/** Stands first, so that Enter alone opens none of several. */
function askWhich(): Command {
  const { t } = i18n.global
  return {
    id: 'which closure',
    title: t('roads.command.which'),
    blocked: t('roads.command.whichHint'),
    run: () => undefined,
  }
}

function reopenCommand(closure: RoadClosure): Command {
  const { t } = i18n.global
  const zone = useCenter().info?.zone ?? 'Asia/Shanghai'
  return {
    id: `reopen ${closure.id}`,
    title: t('roads.command.reopen', { what: tellClosure(closure, t) }),
    detail: tellUntil(closure, useBoard().serverNow(), zone, t),
    ...(!useSession().mayDispatch && { blocked: t('roads.readOnly') }),
    run: () => useClosing().reopen(closure.id, newKey()),
  }
}
