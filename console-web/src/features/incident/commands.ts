import type { Assignment, Incident, Milestone, Recommendation, Unit } from '@/contract'
import { listWithoutPlace, useAssigning } from '@/features/assigning'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { get, post, RequestFailed } from '@/shared/api'
import { useCommands, type Command, type CommandLine } from '@/shared/commands'
import { describeIncident } from '@/shared/describe'
import { i18n } from '@/shared/i18n'
import { useWorkplace } from '@/shared/workplace'
import { pathOf } from './action'
import { isLive, listAhead, MILESTONES } from './milestones'

const SEND = ['派', '派车', '加派', 'send', 'assign']
const MOST_UNITS = 6

/** What can be typed about units: `派 A12`, `A12 到达现场`. */
export function useUnitCommands(): void {
  const { t } = i18n.global
  useCommands({
    help: () => [
      { example: t('incident.command.sendExample'), meaning: t('incident.command.sendMeaning') },
      { example: t('incident.command.stepExample'), meaning: t('incident.command.stepMeaning') },
    ],
    match(line) {
      const units = findUnits(line.unit)
      const commands = units.flatMap((unit) =>
        SEND.includes(line.words) ? [sendCommand(unit)] : matchSteps(line, unit),
      )
      return commands.length > 1 ? [askWhich(line), ...commands] : commands
    },
  })
}

/** The unit of that name; of a part of a name, every one it may be. */
function findUnits(name: string | undefined): Unit[] {
  if (!name) return []
  const board = useBoard()
  const whole = board.units.get(name)
  if (whole) return [whole]
  return board.allUnits.filter((unit) => unit.id.startsWith(name)).slice(0, MOST_UNITS)
}

/** Stands first when the words can mean several things, so that Enter does none of them. */
function askWhich(line: CommandLine): Command {
  const { t } = i18n.global
  return {
    id: 'which',
    title: t('incident.command.which', { text: line.text }),
    blocked: t('incident.command.whichHint'),
    run: () => undefined,
  }
}

function sendCommand(unit: Unit): Command {
  const { t } = i18n.global
  const incident = useBoard().findIncident(useWorkplace().selectedIncidentId ?? '')
  const what = incident ? describeIncident(incident, t) : ''
  return {
    id: `send ${unit.id}`,
    title: t('incident.command.send', { unit: unit.id, incident: what }).trim(),
    ...blockedBy(incident ? availabilityBlock(unit) : t('incident.command.noIncident')),
    run: () => (incident ? send(incident, unit.id) : undefined),
  }
}

/** By the same rules as the list: what needs a reason asks for it there. */
async function send(incident: Incident, unitId: string) {
  const { t } = i18n.global
  const assigning = useAssigning().flowOf(incident.id)
  const { flow } = assigning
  // The list of an incident that no longer waits is as old as the last look at it.
  if (incident.status !== 'waiting' || !flow.list.shown.some((unit) => unit.unitId === unitId)) {
    if (incident.position)
      assigning.take((await get<Recommendation>(pathOf('incidents', incident.id, 'recommendation'))).units)
    else assigning.take(listWithoutPlace(useBoard().allUnits), false)
    assigning.takeNewest()
  }
  assigning.select(unitId)
  await assigning.confirm()
  if (flow.problem) throw new RequestFailed(flow.problem)
  if (flow.hint === 'again') throw new Error(t('assigning.again'))
  if (flow.hint) throw new Error(t('incident.command.notListed', { unit: unitId }))
}

function matchSteps(line: CommandLine, unit: Unit): Command[] {
  const { t } = i18n.global
  if (line.words === '') return []
  const assignment = findAssignment(unit)
  return stepsOf(line.words).map((step) => ({
    id: `step ${unit.id} ${step}`,
    title: `${unit.id} ${t(`shared.milestone.${step}`)}`,
    detail: t('incident.command.byVoice'),
    ...blockedBy(stepBlock(assignment, step)),
    run: () => assignment && post(pathOf('assignments', assignment.id, 'milestones'), { milestone: step }),
  }))
}

/** What the words mean: the step called so, else every step whose name begins so. */
function stepsOf(words: string): Milestone[] {
  // Assigning is no step that is recorded.
  const steps = MILESTONES.slice(1)
  const whole = steps.filter((step) => namesOf(step).includes(words))
  return whole.length > 0
    ? whole
    : steps.filter((step) => namesOf(step).some((name) => name.startsWith(words)))
}

function namesOf(step: Milestone): string[] {
  const { t, te } = i18n.global
  const also = `incident.alsoCalled.${step}`
  const names = [
    t(`shared.milestone.${step}`),
    t(`incident.short.${step}`),
    ...(te(also) ? t(also).split(', ') : []),
  ]
  return names.map((name) => name.toLowerCase())
}

function findAssignment(unit: Unit): Assignment | undefined {
  const incident = useBoard().findIncident(unit.incidentId ?? '')
  return incident?.assignments.find((assignment) => isLive(assignment) && assignment.unitId === unit.id)
}

function stepBlock(assignment: Assignment | undefined, step: Milestone): string {
  const { t } = i18n.global
  if (!useSession().mayDispatch) return t('incident.readOnly')
  if (!assignment) return t('incident.command.noAssignment')
  return listAhead(assignment).includes(step) ? '' : t('shared.refused.milestone_out_of_order')
}

function availabilityBlock(unit: Unit): string {
  const { t } = i18n.global
  if (!useSession().mayDispatch) return t('incident.readOnly')
  const free = unit.availability === 'available' || unit.availability === 'available_mobile'
  return free ? '' : t(`shared.availability.${unit.availability}`)
}

function blockedBy(blocked: string): { blocked?: string } {
  return blocked ? { blocked } : {}
}
