/** What `GET /reports/chest-pain` answers; see docs/reports.md. */
export interface Report {
  from: string
  to: string
  center: string
  figures: Figure[]
  months?: { month: string; figures: Figure[] }[]
  cases: CaseLine[]
}

export interface Figure {
  name: string
  count: number
  meanSeconds?: number
  medianSeconds?: number
  p90Seconds?: number
  withinTarget?: number
  share?: number
  targetSeconds?: number
  source: string
  cases: string[]
  missing: string[]
  negative?: string[]
}

interface Step {
  at: string
  source?: string
  corrected?: boolean
  seq: number
}

export interface CaseLine {
  patientId: string
  incidentId: string
  incidentNumber: string
  openedAt: string
  diagnosis?: string
  strategy?: string
  milestones: Record<string, Step>
  intervals: { name: string; seconds: number; targetSeconds?: number; fromSeq?: number; toSeq?: number }[]
  bypass?: { emergencyDepartment: boolean; coronaryCareUnit: boolean; seq: number }
  ecgTransmittedFromAmbulance?: boolean
  missing: string[]
}

/** `2026-11` of a moment in the center's zone. */
export function monthOf(millis: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' })
  return parts.format(millis).slice(0, 7)
}

/** `2026-11-27` of a moment in the center's zone. */
export function dayOf(iso: string, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(Date.parse(iso))
}

/** The first and the last day of a month, as the report is asked for; undefined when it is no month. */
export function daysOf(month: string): { from: string; to: string } | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month)
  if (!match) return undefined
  const last = new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${last}` }
}

/** The month so many after this one; of no month, itself. */
export function monthFrom(month: string, by: number): string {
  const match = /^(\d{4})-(\d{2})$/.exec(month)
  if (!match) return month
  return new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1 + by, 1)).toISOString().slice(0, 7)
}

/** `86.7%`; a dash while there is nothing to count. */
export function percent(share: number | undefined): string {
  return share === undefined ? '—' : `${(share * 100).toFixed(1)}%`
}

/** `8:05` minutes and seconds; a dash when it is unknown. */
export function minutes(seconds: number | undefined): string {
  if (seconds === undefined) return '—'
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** What a figure rests on in one case: the time it took, or yes or no, and the journal's entries that say so. */
export function basisOf(line: CaseLine, figure: string, words: { yes: string; no: string }): string {
  const told = answerOf(line, figure)
  if (told) return `${words[told.yes ? 'yes' : 'no']}${told.seq === undefined ? '' : ` (#${told.seq})`}`
  const interval = line.intervals.find((one) => one.name === figure)
  if (!interval) return ''
  const entries = [interval.fromSeq, interval.toSeq].filter((seq) => seq !== undefined)
  return `${minutes(interval.seconds)}${entries.length > 0 ? ` (#${entries.join(' → #')})` : ''}`
}

/** Of figures that count who did something. */
function answerOf(line: CaseLine, figure: string): { yes: boolean; seq?: number } | undefined {
  const { bypass, ecgTransmittedFromAmbulance } = line
  if (figure === 'bypass_emergency_department' && bypass)
    return { yes: bypass.emergencyDepartment, seq: bypass.seq }
  if (figure === 'bypass_coronary_care_unit' && bypass)
    return { yes: bypass.coronaryCareUnit, seq: bypass.seq }
  if (figure === 'ecg_transmitted_from_ambulance' && ecgTransmittedFromAmbulance !== undefined)
    return { yes: ecgTransmittedFromAmbulance }
  return undefined
}
