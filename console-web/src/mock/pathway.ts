import type { ChestPainCase, Escalation, Incident, Interval, PreAlert } from '@/contract'

/** A STEMI under way with a hospital asked, and a stroke pre-alert, for the panel and the hospital's desk. */
export function withPathway(incident: Incident, now: Date): Incident {
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString()
  const patient = incident.patients[0]
  if (!patient) return incident
  if (incident.id === 'incident-414') {
    return { ...incident, preAlerts: [preAlert(incident, patient.id, 'stroke', ago)] }
  }
  if (incident.id !== 'incident-408') return incident
  const told = preAlert(incident, patient.id, 'chest_pain', ago)
  return { ...incident, cases: [stemi(incident, patient.id, told, ago)], preAlerts: [told] }
}

function preAlert(
  incident: Incident,
  patientId: string,
  kind: PreAlert['kind'],
  ago: (seconds: number) => string,
): PreAlert {
  const id = `pre-alert-${incident.id}`
  const level = (number: number, contact: string, more: Partial<Escalation>): Escalation => ({
    id: `${id}-${number}`,
    preAlertId: id,
    incidentId: incident.id,
    patientId,
    hospitalId: 'xiangya3',
    kind,
    level: number,
    contact,
    channel: 'console',
    together: [],
    pages: [],
    sentAt: ago(80),
    dueAt: ago(20),
    state: 'escalated',
    ...more,
  })
  const second = level(2, '介入值班医师', {
    channel: kind === 'stroke' ? 'phone' : 'sms',
    phone: '13900003102',
    together: kind === 'stroke' ? [] : [{ contact: '导管室', channel: 'sms', phone: '13900003103' }],
    sentAt: ago(20),
    dueAt: ago(-40),
    state: 'pending',
  })
  return {
    id,
    patientId,
    hospitalId: 'xiangya3',
    kind,
    state: 'waiting',
    sentAt: ago(80),
    sentBy: 'a06',
    ...(kind === 'chest_pain' && { strategy: 'primary_pci' as const }),
    levels: 3,
    escalations: [level(1, '胸痛中心工作台', {}), second],
  }
}

function stemi(
  incident: Incident,
  patientId: string,
  told: PreAlert,
  ago: (seconds: number) => string,
): ChestPainCase {
  const time = (seconds: number, source: 'crew' | 'system' | 'voice' = 'crew') => ({
    at: ago(seconds),
    recordedAt: ago(seconds),
    source,
    clockSuspect: false,
    corrected: false,
    seq: 990,
  })
  const interval = (name: string, from: number, minutes: number, to?: number): Interval => ({
    name,
    from: ago(from),
    targetSeconds: minutes * 60,
    state: to === undefined ? 'running' : from - to > minutes * 60 ? 'breached' : 'met',
    source: 'ACC/AHA 2025',
    ...(to !== undefined && { to: ago(to), seconds: from - to }),
  })
  return {
    patientId,
    incidentId: incident.id,
    openedAt: ago(1400),
    milestones: {
      symptom_onset: time(4200, 'voice'),
      first_medical_contact: time(1500),
      first_ecg: time(1020),
      ecg_transmitted: time(960, 'system'),
      ecg_diagnosis: time(120),
      antiplatelet_loading: time(90),
      pre_alert: time(80, 'system'),
    },
    visits: [],
    diagnosis: 'stemi',
    diagnosedAt: ago(120),
    diagnosedBy: 'a06',
    strategy: 'primary_pci',
    intervals: [
      interval('first_medical_contact_to_first_ecg', 1500, 10, 1020),
      interval('first_ecg_to_ecg_diagnosis', 1020, 10, 120),
      interval('first_medical_contact_to_wire_crossing', 1500, 30),
      interval('blood_drawn_to_troponin_result', 300, 20),
    ],
    breaches: ['first_ecg_to_ecg_diagnosis'],
    problems: [],
    ecgs: [
      {
        id: 'ecg-1',
        format: 'image',
        contentType: 'image/png',
        sha256: '0'.repeat(64),
        sizeBytes: 100_000,
        receivedBytes: 100_000,
        receivedAt: ago(960),
        complete: true,
        warnings: [],
      },
    ],
    vitals: [
      {
        at: ago(300),
        systolic: 104,
        diastolic: 66,
        heartRate: 98,
        oxygenSaturation: 95,
        respiratoryRate: 20,
      },
    ],
    troponins: [
      { test: 'hs-cTnT', value: '52', unit: 'ng/L', positive: true, resultAt: ago(200), drawnAt: ago(1100) },
    ],
    checklist: {
      checklist: 'thrombolysis',
      version: 1,
      answers: { intracranial_bleeding_ever: 'no', oral_anticoagulant: 'yes' },
    },
    destinationNeeded: false,
    escalations: told.escalations,
    preAlerts: [told],
    seq: 1000,
  }
}
