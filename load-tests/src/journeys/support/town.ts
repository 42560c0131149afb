import { Api, type Incident } from './api'
import type { Product } from './product'

interface Scene {
  phone: string
  complaint: string
  priority: 'p1' | 'p2' | 'p3' | 'p4'
  address: string
  lng: number
  lat: number
  /** How far the unit that is sent has come; nobody is sent without it. */
  steps?: string[]
  patient?: { sex: string; ageYears: number }
}

const TO_SCENE = ['acknowledged', 'en_route']
const AT_SCENE = [...TO_SCENE, 'on_scene', 'patient_contact']
const TO_HOSPITAL = [...AT_SCENE, 'transporting']

const SCENES: Scene[] = [
  {
    phone: '13874801101',
    complaint: 'trauma_traffic',
    priority: 'p1',
    address: '枫林三路与西二环交叉口',
    lng: 112.9125,
    lat: 28.2055,
    steps: TO_SCENE,
  },
  {
    phone: '13874801102',
    complaint: 'breathing',
    priority: 'p2',
    address: '观沙岭街道茶子山小区 5 栋',
    lng: 112.9495,
    lat: 28.2335,
    steps: AT_SCENE,
    patient: { sex: 'female', ageYears: 71 },
  },
  {
    phone: '13874801103',
    complaint: 'stroke',
    priority: 'p1',
    address: '银盆岭路 66 号',
    lng: 112.9581,
    lat: 28.2255,
    steps: TO_HOSPITAL,
    patient: { sex: 'male', ageYears: 66 },
  },
  {
    phone: '13874801104',
    complaint: 'obstetric',
    priority: 'p2',
    address: '麓谷街道和馨园 12 栋',
    lng: 112.8878,
    lat: 28.2225,
    steps: TO_SCENE,
    patient: { sex: 'female', ageYears: 29 },
  },
  {
    phone: '13874801105',
    complaint: 'trauma_fall',
    priority: 'p3',
    address: '岳麓山南门',
    lng: 112.9375,
    lat: 28.1765,
    steps: ['acknowledged'],
  },
  {
    phone: '13874801106',
    complaint: 'seizure',
    priority: 'p2',
    address: '中南大学新校区教学楼 B 座',
    lng: 112.9355,
    lat: 28.1655,
    steps: AT_SCENE,
  },
  {
    phone: '13874801107',
    complaint: 'bleeding',
    priority: 'p3',
    address: '望月湖小区 9 片',
    lng: 112.9565,
    lat: 28.2045,
    steps: [...TO_HOSPITAL, 'at_hospital'],
  },
  {
    phone: '13874801108',
    complaint: 'allergic',
    priority: 'p3',
    address: '雷锋大道 345 号',
    lng: 112.8735,
    lat: 28.2425,
  },
  {
    phone: '13874801109',
    complaint: 'diabetic',
    priority: 'p2',
    address: '学士路 18 号',
    lng: 112.9015,
    lat: 28.1565,
    steps: TO_SCENE,
    patient: { sex: 'male', ageYears: 54 },
  },
]

/** A quarter of an hour in town, played through the interface as dispatchers and crews would. */
export async function populate(product: Product, api: Api): Promise<Map<string, Incident>> {
  const incidents = new Map<string, Incident>()
  for (const scene of SCENES) {
    const location = { lng: scene.lng, lat: scene.lat, radiusMeters: 14, source: 'confirmed' }
    const { incident } = await api.receiveCall({
      phone: scene.phone,
      complaint: scene.complaint,
      address: scene.address,
      callerWithPatient: 'yes',
      location,
      sendLink: false,
    })
    await api.patch(`/incidents/${incident.id}`, { priority: scene.priority })
    const patient = (await api.incident(incident.id)).patients[0]
    if (scene.patient && patient) await api.patch(`/patients/${patient.id}`, scene.patient)
    if (scene.steps) await send(product, api, incident.id, scene, scene.steps)
    incidents.set(scene.phone, incident)
  }
  return incidents
}

async function send(
  product: Product,
  api: Api,
  incidentId: string,
  scene: Scene,
  steps: string[],
): Promise<void> {
  const { units } = await api.get<{ units: { unitId: string; blockedBy?: string }[] }>(
    `/incidents/${incidentId}/recommendation`,
  )
  const unit = units.find(({ blockedBy }) => !blockedBy)
  if (!unit) throw new Error(`Nobody is free for ${scene.address}`)
  const assignment = await api.assign(incidentId, unit.unitId)
  const crew = await Api.crew(product, unit.unitId)
  for (const milestone of steps)
    await crew.post(`/crew/assignments/${assignment.id}/milestones`, { milestone })
  const arrived = steps.includes('on_scene')
  const lng = arrived ? scene.lng : scene.lng + 0.006
  const lat = arrived ? scene.lat : scene.lat + 0.004
  const position = { lng, lat, at: new Date().toISOString(), speedMps: arrived ? 0 : 12, headingDegrees: 235 }
  await crew.post('/crew/positions', { positions: [position] })
}
