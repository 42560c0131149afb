import type { AdviceOption, CaseMilestone, ChestPainCase, Incident, PreAlert } from '@/contract'
import { center } from './center'
import type { Reply } from './routes'
import { checklist, recordFindings } from './findings'
import { report } from './report'
import type { World } from './world'

type Body = Record<string, unknown>
type Route = [RegExp, (ids: string[], body: Body) => Reply]

/** What is asked of patients' pathways and of hospitals, as far as the pages need it to be tried. */
export function pathwayRoutes(world: World): Route[] {
  let notice: { reason: string; until: string } | undefined
  const at = () => world.now().toISOString()
  const incidentOf = (patient = ''): Incident => {
    const found = [...world.incidents.values()].find((i) => i.patients.some((p) => p.id === patient))
    if (!found) throw new Error('not_found')
    return found
  }
  const change = (patient: string, type: string, edit: (one: ChestPainCase) => ChestPainCase): Reply => {
    const incident = incidentOf(patient)
    const cases = incident.cases.map((one) => (one.patientId === patient ? edit(one) : one))
    const next = world.change({ ...incident, cases }, type)
    return { status: 200, body: next.cases.find((one) => one.patientId === patient) }
  }
  const removed = (patient: string, name: string): Reply =>
    change(patient, 'milestone_removed', (one) => ({
      ...one,
      milestones: Object.fromEntries(Object.entries(one.milestones).filter(([key]) => key !== name)),
    }))
  const milestone = (patient: string, name: CaseMilestone, when: string): Reply =>
    change(patient, 'milestone_recorded', (one) => ({
      ...one,
      milestones: {
        ...one.milestones,
        [name]: {
          at: when,
          recordedAt: at(),
          source: 'hospital',
          clockSuspect: false,
          corrected: name in one.milestones,
          seq: world.seq,
        },
      },
    }))
  const hospitals = () => ({
    items: center.hospitals.map((one) => ({
      ...one,
      capabilities: one.capabilities.map((c) => ({ ...c, state: 'open' })),
      ...(one.id === 'xiangya3' && notice && { capacityNotice: notice }),
      ladder: [
        { level: 1, contact: '胸痛中心工作台', channel: 'console', together: [] },
        {
          level: 2,
          contact: '介入值班医师',
          channel: 'sms',
          phone: '13900003102',
          together: [],
          onCall: { name: '周医师', phone: '13900003102', until: at() },
        },
        { level: 3, contact: '医院总值班', channel: 'phone', phone: '13900003109', together: [] },
      ],
      problems: one.id === 'hangtian' ? ['no_pci_median'] : [],
    })),
  })
  return [
    [/^GET \/reports\/chest-pain$/, () => ({ status: 200, body: report(at()) })],
    [/^GET \/hospitals$/, () => ({ status: 200, body: hospitals() })],
    [
      /^PUT \/hospitals\/([^/]+)\/capacity-notice$/,
      (_ids, body) => {
        const until = new Date(world.now().getTime() + 7_200_000).toISOString()
        notice = { reason: String(body['reason']), until }
        return { status: 200, body: notice }
      },
    ],
    [
      /^DELETE \/hospitals\/([^/]+)\/capacity-notice$/,
      () => {
        notice = undefined
        return { status: 204 }
      },
    ],
    [/^PUT \/hospitals\/([^/]+)\/on-call$/, () => ({ status: 200, body: hospitals().items[0] })],
    [
      /^GET \/patients\/([^/]+)\/chest-pain$/,
      ([patient = '']) => {
        const found = incidentOf(patient).cases.find((one) => one.patientId === patient)
        if (!found) throw new Error('not_found')
        return { status: 200, body: { ...found, advice: { options: advice(), computedAt: at() } } }
      },
    ],
    [
      /^POST \/patients\/([^/]+)\/chest-pain\/milestones$/,
      ([patient = ''], body) =>
        milestone(patient, body['milestone'] as CaseMilestone, String(body['at'] ?? at())),
    ],
    [
      /^POST \/patients\/([^/]+)\/chest-pain\/milestones\/([^/]+)\/remove$/,
      ([patient = '', name = '']) => removed(patient, name),
    ],
    [
      /^POST \/patients\/([^/]+)\/chest-pain\/diagnosis$/,
      ([patient = ''], body) =>
        change(patient, 'diagnosis_recorded', (one) => ({
          ...one,
          diagnosis: body['diagnosis'] as never,
          diagnosedAt: at(),
          diagnosedBy: 'dispatcher',
        })),
    ],
    [
      /^POST \/patients\/([^/]+)\/chest-pain\/visits$/,
      ([patient = ''], body) =>
        change(patient, 'visit_recorded', (one) => ({
          ...one,
          visits: [{ ...one.visits[0], ...(body as { hospitalId: string }) }],
        })),
    ],
    [
      /^POST \/patients\/([^/]+)\/chest-pain\/bypass$/,
      ([patient = ''], body) =>
        change(patient, 'bypass_recorded', (one) => ({
          ...one,
          bypass: { ...(body as never as NonNullable<ChestPainCase['bypass']>), recordedAt: at() },
        })),
    ],
    [/^GET \/checklists\/thrombolysis$/, () => ({ status: 200, body: checklist })],
    ...recordFindings(change, at),
    [
      /^POST \/patients\/([^/]+)\/chest-pain\/conclude$/,
      ([patient = '']) => change(patient, 'chest_pain_concluded', (one) => ({ ...one, concludedAt: at() })),
    ],
    [/^POST \/escalations\/([^/]+)\/answer$/, ([id = ''], body) => answer(world, id, body, at())],
  ]
}

function answer(world: World, id: string, body: Body, at: string): Reply {
  const incident = [...world.incidents.values()].find((i) =>
    i.preAlerts.some((p) => p.escalations.some((e) => e.id === id)),
  )
  if (!incident) throw new Error('not_found')
  const given = body['answer'] as 'accepted' | 'cannot_accept'
  const state = given === 'accepted' ? ('accepted' as const) : ('refused' as const)
  const reason = body['reason'] === undefined ? {} : { reason: String(body['reason']) }
  const told = (one: PreAlert): PreAlert => ({
    ...one,
    state,
    escalations: one.escalations.map((e) =>
      e.id === id ? { ...e, state, answer: given, ...reason, answeredAt: at, answeredBy: '胸痛中心' } : e,
    ),
  })
  const mine = (one: PreAlert) => one.escalations.some((e) => e.id === id)
  const preAlerts = incident.preAlerts.map((one) => (mine(one) ? told(one) : one))
  const cases = incident.cases.map((one) => ({
    ...one,
    preAlerts: one.preAlerts.map((p) => (mine(p) ? told(p) : p)),
  }))
  world.change({ ...incident, preAlerts, cases }, 'pre_alert_answered')
  return { status: 200, body: preAlerts.flatMap((p) => p.escalations).find((e) => e.id === id) }
}

function advice(): AdviceOption[] {
  return [
    {
      hospitalId: 'xiangya3',
      strategy: 'primary_pci',
      travelSeconds: 640,
      predictedSeconds: 4980,
      targetSeconds: 5400,
      reachable: true,
      reasons: [
        { code: 'pci_in_time', figures: { minutes: 83, limitMinutes: 120 } },
        { code: 'capability_open', figures: { capability: 'pci_24x7' } },
      ],
    },
    {
      hospitalId: 'changsha4',
      strategy: 'primary_pci',
      travelSeconds: 900,
      predictedSeconds: 5880,
      targetSeconds: 5400,
      reachable: false,
      reasons: [
        { code: 'over_target', figures: { targetMinutes: 90, byMinutes: 8 } },
        { code: 'capacity_notice', figures: { reason: '导管室占用' } },
      ],
    },
    {
      hospitalId: 'hangtian',
      strategy: 'thrombolysis_then_transfer',
      transferTo: 'xiangya3',
      travelSeconds: 300,
      transferSeconds: 700,
      predictedSeconds: 2400,
      targetSeconds: 1800,
      reachable: false,
      reasons: [{ code: 'pci_preferred', figures: {} }],
    },
  ]
}
