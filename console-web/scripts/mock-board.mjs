// The board of a make-believe center in the west of Changsha. The same numbers in give the same board.

const MIDDLE = { lng: 112.908, lat: 28.211 }
const METERS_PER_DEGREE = 111_195
const COURSE_POINTS = 250
const CLOSURES = 24

/** Places around 望城坡, where incidents are: name, lng, lat, priority, complaint, status, radius. */
const INCIDENTS = [
  ['望城坡地铁站 2 号口', 112.9083, 28.2118, 'p1', 'chest_pain', 'waiting', 12],
  ['梅溪湖西 A 座 12 楼', 112.8842, 28.1952, 'p1', 'cardiac_arrest', 'on_scene', 8],
  ['枫林三路 / 麓谷大道', 112.8721, 28.2149, 'p2', 'trauma_traffic', 'en_route', 25],
  ['湖南大学东门', 112.9403, 28.1836, 'p2', 'stroke', 'transporting', 15],
  ['观沙岭 滨江景观道', 112.9461, 28.2412, 'p3', 'trauma_fall', 'at_hospital', 20],
  ['岳麓山南门 步道', 112.9319, 28.1868, 'p3', 'trauma_fall', 'assigned', 160],
  ['咸嘉湖 小区 7 栋', 112.9234, 28.2207, 'p2', 'breathing', 'waiting', 35],
  ['麓谷 企业广场', 112.8833, 28.2301, 'p4', 'transfer', 'waiting', 10],
  ['梅溪湖 文化艺术中心', 112.8951, 28.2004, 'p3', 'seizure', 'on_scene', 18],
  ['洋湖 湿地公园', 112.9287, 28.1417, 'p2', 'unconscious', 'en_route', 220],
  ['金星路 / 银盆南路', 112.9382, 28.2296, 'p4', 'other', 'awaiting_closure', 30],
  ['大学城 阜埠河路', 112.9391, 28.1709, 'p3', 'allergic', 'assigned', 14],
]

const STATIONS = [
  ['ST-WCP', '望城坡急救站', 112.9064, 28.2126],
  ['ST-MXH', '梅溪湖急救站', 112.8907, 28.201],
  ['ST-LG', '麓谷急救站', 112.895, 28.2193],
  ['ST-XY3', '湘雅三医院急救站', 112.9406, 28.2231],
  ['ST-CS4', '市四医院急救站', 112.944, 28.1975],
  ['ST-YH', '洋湖急救站', 112.9291, 28.1502],
]

const HOSPITALS = [
  ['xiangya3', '中南大学湘雅三医院', 112.94008, 28.22357, true],
  ['changsha4', '长沙市第四医院', 112.94436, 28.19778, true],
  ['hunan-aerospace', '湖南航天医院', 112.9185, 28.2361, false],
  ['yanghu', '洋湖医院', 112.9262, 28.1476, false],
]

const AREA = [
  [112.7, 28.09],
  [112.83, 28.025],
  [112.93, 28.01],
  [112.935, 28.07],
  [112.957, 28.14],
  [112.964, 28.2],
  [112.968, 28.262],
  [112.925, 28.33],
  [112.83, 28.34],
  [112.73, 28.27],
  [112.7, 28.09],
]

export function createBoard(count) {
  const random = createRandom(120)
  const at = (secondsAgo) => new Date(Date.now() - secondsAgo * 1000).toISOString()
  const incidents = INCIDENTS.map((row, i) => createIncident(row, i, at))
  const units = Array.from({ length: count }, (_, i) => createUnit(i, random, at))
  const place = (lng, lat) => ({ lng, lat })
  const center = {
    id: 'xiangjiang',
    name: '湘江新区 120 指挥中心',
    zone: 'Asia/Shanghai',
    demo: true,
    mapCenter: MIDDLE,
    serviceArea: [AREA.map(([lng, lat]) => place(lng, lat))],
    stations: STATIONS.map(([id, name, lng, lat]) => ({
      id,
      name,
      position: place(lng, lat),
      phone: '13900002001',
    })),
    hospitals: HOSPITALS.map(([id, name, lng, lat, pci]) => ({
      id,
      name,
      position: place(lng, lat),
      capabilities: pci ? [{ name: 'pci_24x7' }] : [{ name: 'trauma' }],
    })),
  }
  incidents.forEach((incident, i) => send(incident, units, i, at))
  return {
    center,
    units,
    snapshot: () => ({
      seq: 1,
      at: at(0),
      center: 'xiangjiang',
      incidents,
      units,
      alerts: [],
      roadClosures: createClosures(at),
    }),
    routes: (id, proposed) => routes(id, proposed),
    recommendations: () =>
      incidents.filter(({ status }) => status === 'waiting').map(({ id }) => recommend(id)),
    recommend,
  }

  /** Courses with as many bends as a real one across the city has. */
  function routes(incidentId, proposed) {
    const incident = incidents.find(({ id }) => id === incidentId) ?? incidents[0]
    const to = incident.position
    const courseOf = (unitId, purpose) => {
      const from = units.find(({ id }) => id === unitId)?.position ?? to
      const line = Array.from({ length: COURSE_POINTS }, (_, i) => {
        const share = i / (COURSE_POINTS - 1)
        const bend = Math.sin(i / 9) * 0.0015 * Math.sin(share * Math.PI)
        return [from.lng + (to.lng - from.lng) * share + bend, from.lat + (to.lat - from.lat) * share + bend]
      })
      const distanceMeters = meters(from, to) * 1.3
      return { unitId, purpose, line, etaSeconds: distanceMeters / 11, distanceMeters, method: 'road' }
    }
    const sent = incident.assignments.map(({ unitId }) => courseOf(unitId, 'assigned'))
    return {
      items: [...sent, ...proposed.map((unitId) => courseOf(unitId, 'proposed'))],
      computedAt: new Date().toISOString(),
    }
  }

  function recommend(incidentId) {
    const { position } = incidents.find(({ id }) => id === incidentId) ?? incidents[0]
    const near = units
      .filter((unit) => unit.availability.startsWith('available'))
      .map((unit) => ({ unit, distanceMeters: meters(position, unit.position) }))
      .sort((a, b) => a.distanceMeters - b.distanceMeters)
      .slice(0, 5)
    return {
      incidentId,
      units: near.map(({ unit, distanceMeters }) => ({
        unitId: unit.id,
        callsign: unit.callsign,
        etaSeconds: Math.round(distanceMeters / 8),
        distanceMeters: Math.round(distanceMeters),
        method: 'straight_line',
        availability: unit.availability,
        capabilities: unit.capabilities,
        stale: unit.stale,
        crewLink: unit.crewLink,
        reasons: [],
      })),
      aeds: [],
      responders: [],
      hospitals: [],
      computedAt: at(0),
    }
  }
}

/** Closed roads all over town. */
function createClosures(at) {
  const causes = ['closed', 'flooded', 'construction', 'event']
  return Array.from({ length: CLOSURES }, (_, i) => {
    const [lng, lat] = [MIDDLE.lng + ((i % 6) - 2.5) * 0.02, MIDDLE.lat + (Math.floor(i / 6) - 1.5) * 0.022]
    return {
      id: `closure-${i}`,
      form: 'point',
      points: [{ lng, lat }],
      cause: causes[i % causes.length],
      reason: '演示',
      closedAt: at(600),
      closedBy: 'dispatcher',
      roads: [
        [
          [lng - 0.002, lat - 0.001],
          [lng, lat],
          [lng + 0.002, lat + 0.001],
        ],
      ],
    }
  })
}

function createIncident([address, lng, lat, priority, complaint, status, radiusMeters], i, at) {
  const position = { lng, lat, radiusMeters, source: 'link', at: at(10) }
  const fixes = [
    { id: `f${i}a`, ...position },
    { id: `f${i}b`, lng: lng + 0.0011, lat: lat - 0.0004, radiusMeters: 180, source: 'carrier', at: at(60) },
    { id: `f${i}c`, lng: lng - 0.0021, lat: lat + 0.0012, radiusMeters: 620, source: 'cell', at: at(70) },
  ]
  return {
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    number: `XJ-20261122-${String(417 + i).padStart(4, '0')}`,
    center: 'xiangjiang',
    status,
    priority,
    triaged: true,
    complaint,
    address,
    callerWithPatient: 'yes',
    position,
    fixes: i === 0 ? fixes : fixes.slice(0, 1),
    calls: [{ id: `c${i}`, phone: '13812348000', receivedAt: at(72 + i * 90) }],
    patients: [],
    assignments: [],
    alerts: [],
    messages: [],
    links: [],
    version: 1,
    seq: 1,
    openedAt: at(72 + i * 90),
  }
}

function createUnit(i, random, at) {
  const [station, , lng, lat] = STATIONS[i % STATIONS.length]
  const id = i < 100 ? `A${String(i + 1).padStart(2, '0')}` : `B${i}`
  const mobile = i % 3 === 1 || i >= 24
  const far = i >= 24 ? 0.12 : mobile ? 0.02 : 0.0002
  const idle = i % 12 === 9 ? 'out_of_service' : i % 12 === 11 ? 'off_duty' : undefined
  return {
    id,
    callsign: `${id} 车组`,
    plate: `湘A·${10 + (i % 90)}AB${i % 10}`,
    capabilities: i % 2 ? ['bls', 'als', 'ecg12'] : ['bls'],
    station,
    availability: idle ?? (mobile ? 'available_mobile' : 'available'),
    position: {
      lng: lng + (random() - 0.5) * far * 2,
      lat: lat + (random() - 0.5) * far * 1.6,
      at: at(i === 16 ? 900 : 3),
      speedMps: mobile ? 12 : 0,
      headingDegrees: Math.floor(random() * 360),
    },
    stale: i === 16,
    crewLink: i === 6 ? 'lost' : 'connected',
  }
}

/** Gives an incident that is being looked after the unit that does it. */
function send(incident, units, i, at) {
  const status = { assigned: 'acknowledged', awaiting_closure: undefined, waiting: undefined }
  const milestone = incident.status in status ? status[incident.status] : incident.status
  const unit = units.filter(({ availability }) => availability.startsWith('available'))[i % 12]
  if (!milestone || !unit) return
  const id = `a${i}`
  Object.assign(unit, { availability: 'committed', assignmentId: id, incidentId: incident.id })
  const { lng, lat } = incident.position
  const there = milestone === 'on_scene' ? 0.0004 : 0.009
  Object.assign(unit.position, {
    lng: lng - there,
    lat: lat + there / 3,
    speedMps: milestone === 'on_scene' ? 0 : 12,
  })
  incident.assignments.push({
    id,
    incidentId: incident.id,
    unitId: unit.id,
    status: milestone,
    milestones: { assigned: { at: at(60), recordedAt: at(60), source: 'console' } },
    ...(['transporting', 'at_hospital'].includes(milestone) && { destinationHospitalId: 'xiangya3' }),
    patientIds: [],
    reasons: [],
  })
}

/** Moves a unit on for so many seconds, turning a little now and then; answers its position frame. */
export function drive(unit, seconds) {
  const { position } = unit
  position.speedMps = 12
  const home = Math.atan2(MIDDLE.lng - position.lng, MIDDLE.lat - position.lat) * (180 / Math.PI)
  const away = meters(position, MIDDLE) > 14_000
  position.headingDegrees = away
    ? (home + 360) % 360
    : (position.headingDegrees + (unit.id.length * 7) / 3) % 360
  const heading = (position.headingDegrees * Math.PI) / 180
  const degrees = (position.speedMps * seconds) / METERS_PER_DEGREE
  position.lat += Math.cos(heading) * degrees
  position.lng += (Math.sin(heading) * degrees) / Math.cos((position.lat * Math.PI) / 180)
  position.at = new Date().toISOString()
  return { unitId: unit.id, ...position }
}

function meters(a, b) {
  const shrink = Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot((a.lng - b.lng) * shrink, a.lat - b.lat) * METERS_PER_DEGREE
}

/** Mulberry32: small, seeded. */
function createRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
