import { describe, expect, it } from 'vitest'
import type { Incident } from '@/contract'
import { rowsOf } from './inbound'
import { nextTime, onCallBody } from './roster'

const NOW = Date.parse('2026-11-27T10:00:00Z')
const incident = (id: string, more: Record<string, unknown>) =>
  ({
    id,
    openedAt: '2026-11-27T09:00:00Z',
    patients: [{ id: `p${id}`, sex: 'male' }],
    cases: [],
    preAlerts: [],
    assignments: [],
    ...more,
  }) as unknown as Incident
const asked = (id: string, hospitalId: string, state: string) => ({
  id: `pa${id}`,
  patientId: `p${id}`,
  hospitalId,
  state,
  escalations: [],
})
const brings = (hospital: string, milestones = {}) => ({
  destinationHospitalId: hospital,
  patientIds: [],
  milestones,
  unitId: 'A1',
})
const none = { patients: [], at: NOW }

describe("the desk's list", () => {
  it('has who waits for an answer first, then who comes by arrival, then who is here', () => {
    const incidents = [
      incident('here', { assignments: [brings('h1', { at_hospital: {} })] }),
      incident('late', { assignments: [brings('h1', { transporting: {} })] }),
      incident('soon', { assignments: [brings('h1', { transporting: {} })] }),
      incident('asked', { preAlerts: [asked('asked', 'h1', 'waiting')] }),
    ]
    const patients = [
      { incidentId: 'late', patientId: 'plate', unitId: 'A1', etaSeconds: 900 },
      { incidentId: 'soon', patientId: 'psoon', unitId: 'A2', etaSeconds: 300 },
    ]
    const rows = rowsOf(incidents, 'h1', { patients, at: NOW }, NOW + 60_000)
    expect(rows.map((row) => row.incident.id)).toEqual(['asked', 'soon', 'late', 'here'])
    expect(rows[1]?.etaSeconds).toBe(240)
    expect(rows[0]?.etaSeconds).toBeUndefined()
  })

  it.each([
    ['of another hospital', { preAlerts: [asked('x', 'h2', 'waiting')] }],
    ['called off', { preAlerts: [asked('x', 'h1', 'cancelled')] }],
    [
      'concluded',
      {
        preAlerts: [asked('x', 'h1', 'accepted')],
        cases: [{ patientId: 'px', visits: [], concludedAt: 'x' }],
      },
    ],
    ['closed without a case', { closedAt: 'x', preAlerts: [asked('x', 'h1', 'accepted')] }],
    ['that a unit gave up', { assignments: [{ ...brings('h1'), endedAt: 'x' }] }],
    ['that it may not see any more', { patients: [], preAlerts: [] }],
  ])('has nobody %s', (_why, more) => {
    expect(rowsOf([incident('x', more)], 'h1', none, NOW)).toEqual([])
  })

  it('keeps a case that goes on after the incident is closed', () => {
    const visits = [{ hospitalId: 'h1', arrival: 'x' }]
    const closed = incident('x', { closedAt: 'x', cases: [{ patientId: 'px', visits }] })
    expect(rowsOf([closed], 'h1', none, NOW)[0]?.phase).toBe('here')
  })

  it('says that a unit at the scene has the drive before it only', () => {
    const rows = rowsOf([incident('x', { assignments: [brings('h1', { on_scene: {} })] })], 'h1', none, NOW)
    expect(rows[0]).toMatchObject({ atScene: true, phase: 'coming' })
  })
})

describe('the roster', () => {
  it('takes a time of day as the next such', () => {
    expect(nextTime('20:00', NOW, 'Asia/Shanghai')).toBe('2026-11-27T12:00:00.000Z')
    expect(nextTime('08:00', NOW, 'Asia/Shanghai')).toBe('2026-11-28T00:00:00.000Z')
    expect(nextTime('?', NOW, 'Asia/Shanghai')).toBe('2026-11-28T10:00:00.000Z')
  })

  it('leaves out levels without a name', () => {
    const draft = { name: ' 周 ', phone: '', until: '20:00' }
    const body = onCallBody({ 1: draft, 2: { ...draft, name: '' } }, NOW, 'Asia/Shanghai')
    expect(body.entries).toEqual([{ level: 1, name: '周', until: '2026-11-27T12:00:00.000Z' }])
  })
})
