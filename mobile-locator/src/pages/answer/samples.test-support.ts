import type { Paged } from './paged'

export const NOW = Date.parse('2026-11-22T06:00:00Z')

export function paged(change: Partial<Paged> = {}): Paged {
  return {
    state: 'waiting',
    kind: 'chest_pain',
    hospital: '湘雅三医院',
    contact: '介入值班医师',
    sentAt: '2026-11-22T05:59:40Z',
    dueAt: '2026-11-22T06:00:40Z',
    diagnosis: 'stemi',
    sex: 'male',
    ageYears: 61,
    etaSeconds: 700,
    departed: true,
    vitals: { at: '2026-11-22T05:55:00Z', systolic: 128, diastolic: 80, heartRate: 96, oxygenSaturation: 97 },
    intervals: [
      {
        name: 'first_medical_contact_to_wire_crossing',
        from: '2026-11-22T05:40:00Z',
        targetSeconds: 7200,
        state: 'running',
        source: 'ESC 2023',
      },
    ],
    ecgs: [],
    answeredHere: false,
    seq: 10,
    ...change,
  }
}
