import type { Alert, Assignment, Complaint, Incident, Milestone, Patient, Priority } from '@/contract'

/** One incident as it is told: ages in seconds before now, the milestones of its units, what is overdue. */
export interface Story {
  number: number
  age: number
  priority: Priority
  complaint?: Complaint
  patients?: Omit<Patient, 'id'>[]
  place?: string
  meetingPoint?: string
  at?: { lng: number; lat: number; radius?: number; source?: 'link' | 'carrier' | 'confirmed' | 'address' }
  status: Incident['status']
  units?: { id: string; milestones: Partial<Record<Milestone, number>>; hospital?: string }[]
  alerts?: (Pick<Alert, 'kind' | 'tier'> & { age: number; unit?: string; level?: number; owner?: string })[]
  messages?: { from: 'caller' | 'dispatcher'; text: string; age: number }[]
  withPatient?: Incident['callerWithPatient']
}

/** Thirteen incidents in all states. */
export const stories: Story[] = [
  {
    number: 417,
    age: 72,
    priority: 'p1',
    complaint: 'chest_pain',
    patients: [{ sex: 'male', ageYears: 58 }],
    place: '岳麓区枫林一路望城坡地铁站',
    meetingPoint: '望城坡地铁站 2 号口扶梯旁',
    at: { lng: 112.9083, lat: 28.211, radius: 12 },
    status: 'waiting',
    messages: [{ from: 'caller', text: '在 2 号口电梯旁边,他脸色很白', age: 20 }],
    withPatient: 'yes',
    alerts: [{ kind: 'incident_waiting', tier: 1, age: 12 }],
  },
  {
    number: 416,
    age: 280,
    priority: 'p1',
    complaint: 'cardiac_arrest',
    patients: [{ sex: 'female', ageYears: 71 }],
    place: '梅溪湖西 A 座 12 层',
    at: { lng: 112.8766, lat: 28.1895, radius: 20, source: 'confirmed' },
    status: 'on_scene',
    units: [{ id: 'A03', milestones: { assigned: 255, acknowledged: 248, en_route: 230, on_scene: 40 } }],
  },
  {
    number: 418,
    age: 38,
    priority: 'p1',
    status: 'waiting',
    alerts: [{ kind: 'position_unknown', tier: 1, age: 8, owner: 'dispatcher2' }],
  },
  {
    number: 415,
    age: 475,
    priority: 'p2',
    complaint: 'trauma_traffic',
    patients: [
      { sex: 'male', ageYears: 34 },
      { sex: 'female', ageYears: 29 },
    ],
    place: '枫林三路与麓谷大道路口',
    at: { lng: 112.8688, lat: 28.2189, radius: 35 },
    status: 'en_route',
    units: [
      { id: 'A11', milestones: { assigned: 420, acknowledged: 410, en_route: 380 } },
      { id: 'A15', milestones: { assigned: 300, acknowledged: 290, en_route: 270 } },
    ],
    alerts: [{ kind: 'unit_stationary', tier: 2, age: 130, unit: 'A15' }],
  },
  {
    number: 414,
    age: 751,
    priority: 'p2',
    complaint: 'stroke',
    patients: [{ sex: 'male', ageYears: 66 }],
    place: '湖南大学天马学生公寓',
    at: { lng: 112.9411, lat: 28.1795, radius: 15 },
    status: 'transporting',
    units: [
      {
        id: 'A02',
        hospital: 'xiangya3',
        milestones: {
          assigned: 720,
          acknowledged: 700,
          en_route: 660,
          on_scene: 400,
          patient_contact: 340,
          transporting: 90,
        },
      },
    ],
  },
  {
    number: 413,
    age: 160,
    priority: 'p2',
    complaint: 'breathing',
    patients: [{ sex: 'female', ageYears: 63 }],
    place: '银盆南路恒大华府 3 栋 1 单元',
    at: { lng: 112.9352, lat: 28.2272, radius: 180, source: 'carrier' },
    status: 'assigned',
    units: [{ id: 'A07', milestones: { assigned: 64 } }],
    alerts: [
      { kind: 'assignment_unacknowledged', tier: 1, age: 34, unit: 'A07', level: 2 },
      { kind: 'crew_not_connected', tier: 1, age: 24, unit: 'A07' },
      { kind: 'not_en_route', tier: 2, age: 4, unit: 'A07' },
    ],
  },
  {
    number: 412,
    age: 920,
    priority: 'p3',
    complaint: 'trauma_fall',
    patients: [{ sex: 'female', ageYears: 80 }],
    place: '观沙岭路佳兴世纪城',
    at: { lng: 112.9489, lat: 28.2413, radius: 22 },
    status: 'at_hospital',
    units: [
      {
        id: 'A09',
        hospital: 'changsha4',
        milestones: {
          assigned: 900,
          acknowledged: 890,
          en_route: 860,
          on_scene: 620,
          patient_contact: 600,
          transporting: 400,
          at_hospital: 190,
        },
      },
    ],
    alerts: [{ kind: 'handover_slow', tier: 3, age: 60, unit: 'A09' }],
  },
  {
    number: 411,
    age: 615,
    priority: 'p3',
    complaint: 'bleeding',
    patients: [{ sex: 'male', ageYears: 41 }],
    place: '麓谷企业广场 B4 栋',
    at: { lng: 112.8795, lat: 28.2301, radius: 30 },
    status: 'on_scene',
    units: [
      {
        id: 'A05',
        milestones: { assigned: 590, acknowledged: 580, en_route: 560, on_scene: 200, patient_contact: 180 },
      },
    ],
    messages: [
      { from: 'caller', text: '已经不怎么流血了', age: 240 },
      { from: 'dispatcher', text: '请继续按住,医生马上到', age: 230 },
    ],
  },
  {
    number: 410,
    age: 505,
    priority: 'p3',
    complaint: 'obstetric',
    patients: [{ sex: 'female', ageYears: 28 }],
    place: '洋湖垸小区 9 栋',
    at: { lng: 112.9357, lat: 28.1371, radius: 40 },
    status: 'en_route',
    units: [{ id: 'A12', milestones: { assigned: 300, acknowledged: 290, en_route: 260 } }],
  },
  {
    number: 409,
    age: 1310,
    priority: 'p4',
    complaint: 'transfer',
    patients: [{ sex: 'male', ageYears: 74 }],
    place: '湖南航天医院 住院部 5 楼',
    at: { lng: 112.8966, lat: 28.21, radius: 20, source: 'address' },
    status: 'assigned',
    units: [{ id: 'A14', milestones: { assigned: 110, acknowledged: 95 } }],
    alerts: [{ kind: 'not_en_route', tier: 2, age: 20, unit: 'A14', owner: 'dispatcher' }],
  },
  {
    number: 408,
    age: 2100,
    priority: 'p1',
    complaint: 'chest_pain',
    patients: [{ sex: 'male', ageYears: 61 }],
    place: '雨敞坪镇 卫生院旁',
    at: { lng: 112.8331, lat: 28.1695, radius: 20, source: 'confirmed' },
    status: 'transporting',
    units: [
      {
        id: 'A06',
        hospital: 'xiangya3',
        milestones: {
          assigned: 2050,
          en_route: 2000,
          on_scene: 1560,
          patient_contact: 1500,
          transporting: 200,
        },
      },
    ],
  },
  {
    number: 405,
    age: 3300,
    priority: 'p2',
    complaint: 'diabetic',
    patients: [{ sex: 'male', ageYears: 52 }],
    place: '含浦大道湖南中医药大学',
    at: { lng: 112.8992, lat: 28.1364, radius: 20 },
    status: 'awaiting_closure',
  },
  {
    number: 403,
    age: 4120,
    priority: 'p3',
    complaint: 'trauma_other',
    patients: [{ sex: 'male', ageYears: 19 }],
    place: '中南大学新校区体育馆',
    at: { lng: 112.9265, lat: 28.1573, radius: 20 },
    status: 'awaiting_closure',
  },
]

/** The story as the server would show it now. */
export function tell(story: Story, now: Date): Incident {
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString()
  const id = `incident-${story.number}`
  const position = story.at && {
    lng: story.at.lng,
    lat: story.at.lat,
    radiusMeters: story.at.radius ?? 15,
    source: story.at.source ?? ('link' as const),
    at: ago(8),
  }
  const assignments = (story.units ?? []).map((unit): Assignment => {
    const entries = Object.entries(unit.milestones) as [Milestone, number][]
    return {
      id: `assignment-${unit.id}`,
      incidentId: id,
      unitId: unit.id,
      status: entries.at(-1)?.[0] ?? 'assigned',
      milestones: Object.fromEntries(
        entries.map(([name, age]) => [
          name,
          { at: ago(age), recordedAt: ago(age), source: 'crew' as const, clockSuspect: false },
        ]),
      ),
      patientIds: [],
      reasons: ['道路时间最短'],
      ...(unit.hospital && { destinationHospitalId: unit.hospital }),
    }
  })
  return {
    id,
    number: `XJ-20261122-0${story.number}`,
    center: 'xiangjiang',
    status: story.status,
    priority: story.priority,
    triaged: story.complaint !== undefined,
    ...(story.complaint && { complaint: story.complaint }),
    ...(story.place && { address: story.place }),
    ...(story.meetingPoint && { meetingPoint: story.meetingPoint }),
    callerWithPatient: story.withPatient ?? 'unknown',
    ...(position && { position }),
    fixes: position ? [{ id: `fix-${story.number}`, ...position, callId: `call-${story.number}` }] : [],
    calls: [
      {
        id: `call-${story.number}`,
        incidentId: id,
        phone: `1380000${String(8000 + story.number).slice(-4)}`,
        receivedAt: ago(story.age),
        silentCaller: false,
      },
    ],
    patients: (story.patients ?? [{ sex: 'unknown' as const }]).map((patient, i) => ({
      id: `patient-${story.number}-${i}`,
      ...patient,
    })),
    assignments,
    alerts: (story.alerts ?? []).map((alert, i) => ({
      id: `alert-${story.number}-${i}`,
      kind: alert.kind,
      tier: alert.tier,
      audience: 'dispatch' as const,
      level: alert.level ?? 1,
      incidentId: id,
      raisedAt: ago(alert.age),
      ...(alert.unit && { unitId: alert.unit, assignmentId: `assignment-${alert.unit}` }),
      ...(alert.owner && { owner: alert.owner }),
    })),
    messages: (story.messages ?? []).map((message, i) => ({
      id: `message-${story.number}-${i}`,
      from: message.from,
      text: message.text,
      at: ago(message.age),
    })),
    links: [],
    cases: [],
    preAlerts: [],
    version: 1,
    seq: 1000,
    openedAt: ago(story.age),
  }
}
