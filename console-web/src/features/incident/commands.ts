import type { Assignment, Milestone, Recommendation, Unit } from '@/contract'
import { useAssigning } from '@/features/assigning'
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

/** What can be typed about units: `派 A12`, `A12 到达现场`. */
export function useUnitCommands(): void {
  const { t } = i18n.global
  useCommands({
    help: () => [
      { example: t('incident.command.sendExample'), meaning: t('incident.command.sendMeaning') },
      { example: t('incident.command.stepExample'), meaning: t('incident.command.stepMeaning') },
    ],
    match(line) {
      const unit = line.unit ? useBoard().units.get(line.unit) : undefined
      if (!unit) return []
      return SEND.includes(line.words) ? [sendCommand(unit)] : matchStep(line, unit)
    },
  })
}

function sendCommand(unit: Unit): Command {
  const { t } = i18n.global
  const incident = useBoard().findIncident(useWorkplace().selectedIncidentId ?? '')
  const what = incident ? describeIncident(incident, t) : ''
  return {
    id: `send ${unit.id}`,
    title: t('incident.command.send', { unit: unit.id, incident: what }).trim(),
    ...blockedBy(incident ? availabilityBlock(unit) : t('incident.command.noIncident')),
    run: () => (incident ? send(incident.id, unit.id) : undefined),
  }
}

/** By the same rules as the list: what needs a reason asks for it there. */
async function send(incidentId: string, unitId: string) {
  const { t } = i18n.global
  const assigning = useAssigning().flowOf(incidentId)
  const { flow } = assigning
  if (!flow.list.shown.some((unit) => unit.unitId === unitId)) {
    assigning.take((await get<Recommendation>(pathOf('incidents', incidentId, 'recommendation'))).units)
    assigning.takeNewest()
  }
  assigning.select(unitId)
  await assigning.confirm()
  if (flow.problem) throw new RequestFailed(flow.problem)
  if (flow.hint) throw new Error(t('assigning.again'))
}

function matchStep(line: CommandLine, unit: Unit): Command[] {
  const { t } = i18n.global
  const assignment = findAssignment(unit)
  return MILESTONES.filter(
    (step) => line.words !== '' && namesOf(step).some((name) => name.startsWith(line.words)),
  ).map((step) => ({
    id: `step ${unit.id} ${step}`,
    title: `${unit.id} ${t(`shared.milestone.${step}`)}`,
    detail: t('incident.command.byVoice'),
    ...blockedBy(stepBlock(assignment, step)),
    run: () => assignment && post(pathOf('assignments', assignment.id, 'milestones'), { milestone: step }),
  }))
}

function namesOf(step: Milestone): string[] {
  const { t } = i18n.global
  return [t(`shared.milestone.${step}`), t(`incident.short.${step}`)].map((name) => name.toLowerCase())
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
