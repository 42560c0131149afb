import type { ChestPainCase, Ecg, Escalation, Interval, PreAlert } from '../contract'
import { NOON } from '../samples.test-support'

export const iso = (seconds: number) => new Date(NOON + seconds * 1000).toISOString()

export function caseOf(
  milestones: Record<string, number> = {},
  more: Partial<ChestPainCase> = {},
): ChestPainCase {
  const time = (seconds: number) => ({
    at: iso(seconds),
    recordedAt: iso(seconds),
    source: 'crew' as const,
    clockSuspect: false,
    corrected: false,
    seq: 1,
  })
  return {
    patientId: 'p-1',
    incidentId: 'in-1',
    openedAt: iso(0),
    milestones: Object.fromEntries(Object.entries(milestones).map(([name, at]) => [name, time(at)])),
    visits: [],
    intervals: [],
    breaches: [],
    problems: [],
    ecgs: [],
    vitals: [],
    troponins: [],
    destinationNeeded: false,
    escalations: [],
    preAlerts: [],
    seq: 1,
    ...more,
  }
}

export function ecgOf(id: string, format: Ecg['format'], at = 0, more: Partial<Ecg> = {}): Ecg {
  return {
    id,
    format,
    contentType: format === 'image' ? 'image/jpeg' : 'application/octet-stream',
    sha256: `sha256 of ${id}`,
    sizeBytes: 9,
    receivedBytes: 9,
    receivedAt: iso(at),
    complete: true,
    warnings: [],
    ...more,
  }
}

export function intervalOf(name: string, from: number, to?: number, targetSeconds = 600): Interval {
  return {
    name,
    from: iso(from),
    ...(to !== undefined && { to: iso(to), seconds: to - from }),
    targetSeconds,
    state: to === undefined ? 'running' : 'met',
    source: 'standard',
  }
}

export function preAlertOf(
  state: PreAlert['state'],
  levels: Partial<Escalation>[] = [{}],
  more: Partial<PreAlert> = {},
): PreAlert {
  return {
    id: 'pa-1',
    patientId: 'p-1',
    hospitalId: 'h-1',
    kind: 'chest_pain',
    state,
    sentAt: iso(0),
    sentBy: 'a24',
    levels: 3,
    escalations: levels.map((level, i) => ({
      id: `e-${i}`,
      preAlertId: 'pa-1',
      incidentId: 'in-1',
      patientId: 'p-1',
      hospitalId: 'h-1',
      kind: 'chest_pain',
      level: i + 1,
      contact: '介入值班医师',
      channel: 'sms',
      together: [],
      pages: [],
      sentAt: iso(i * 60),
      dueAt: iso((i + 1) * 60),
      state: 'pending',
      ...level,
    })),
    ...more,
  }
}
