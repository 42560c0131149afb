import type { operations } from '@/contract'

export type NewVitals = operations['recordVitals']['requestBody']['content']['application/json']

/** What is typed. Pressure is one field, as it is said on the telephone: `120/80`. */
export interface TypedVitals {
  pressure: string
  heartRate: string
  oxygen: string
  breaths: string
  coma: string
  at: string
}
export type VitalField = Exclude<keyof TypedVitals, 'at'>

export const NO_VITALS: Readonly<TypedVitals> = {
  pressure: '',
  heartRate: '',
  oxygen: '',
  breaths: '',
  coma: '',
  at: '',
}

type Range = readonly [least: number, most: number]
type Name = Exclude<keyof NewVitals, 'at'>

/** What the server takes, but for a pressure of 0: that is one which could not be measured. A test compares. */
export const POSSIBLE: Record<Name, Range> = {
  systolic: [1, 350],
  diastolic: [1, 250],
  heartRate: [0, 350],
  respiratoryRate: [0, 120],
  oxygenSaturation: [0, 100],
  glasgowComaScale: [3, 15],
}

/** What a living patient can show; beyond it a slip of the tongue is likelier, and it is asked once more. */
const USUAL: Record<Name, Range> = {
  systolic: [40, 280],
  diastolic: [20, 180],
  heartRate: [20, 250],
  respiratoryRate: [4, 60],
  oxygenSaturation: [50, 100],
  glasgowComaScale: [3, 15],
}

const FIELDS: readonly [VitalField, Name][] = [
  ['heartRate', 'heartRate'],
  ['oxygen', 'oxygenSaturation'],
  ['breaths', 'respiratoryRate'],
  ['coma', 'glasgowComaScale'],
]

export interface Fault {
  field: VitalField
  kind: 'range' | 'pressureForm' | 'pressureZero' | 'pressureSwapped'
  typed: string
  least: number
  most: number
  /** Certain, however it is typed on: nothing that begins so can be. */
  final: boolean
}

export interface ReadVitals {
  body: NewVitals
  faults: Fault[]
  /** Rare, to be confirmed. */
  unusual: VitalField[]
}

export function readVitals(typed: TypedVitals): ReadVitals {
  const read: ReadVitals = { body: {}, faults: [], unusual: [] }
  readPressure(typed.pressure, read)
  for (const [field, name] of FIELDS) {
    const text = clean(typed[field]).replace(field === 'oxygen' ? /%$/ : '', '')
    if (text === '') continue
    const value = numberOf(text)
    if (value === undefined || !within(value, POSSIBLE[name])) {
      read.faults.push(faultOf(field, 'range', text, POSSIBLE[name]))
      continue
    }
    read.body[name] = value
    if (!within(value, USUAL[name])) read.unusual.push(field)
  }
  return read
}

/** `120/80`, `120 80`, or `120` alone, as a pulse that is felt gives no more. */
function readPressure(text: string, read: ReadVitals) {
  const typed = clean(text)
  if (typed === '') return
  const match = /^(\d{1,3})(?:\s*[/\\、,. -]\s*(\d{1,3})?)?$/.exec(typed)
  const fault = (kind: Fault['kind'], range: Range = POSSIBLE.systolic) =>
    read.faults.push(faultOf('pressure', kind, typed, range))
  if (!match) return fault('pressureForm')
  const systolic = Number(match[1])
  const diastolic = match[2] === undefined ? undefined : Number(match[2])
  if (systolic === 0 || diastolic === 0) return fault('pressureZero')
  if (systolic > POSSIBLE.systolic[1]) return fault('range')
  if (diastolic !== undefined && diastolic > POSSIBLE.diastolic[1]) return fault('range', POSSIBLE.diastolic)
  if (diastolic !== undefined && diastolic >= systolic) return fault('pressureSwapped')
  read.body.systolic = systolic
  if (diastolic !== undefined) read.body.diastolic = diastolic
  const rare =
    !within(systolic, USUAL.systolic) || (diastolic !== undefined && !within(diastolic, USUAL.diastolic))
  if (rare) read.unusual.push('pressure')
}

function faultOf(field: VitalField, kind: Fault['kind'], typed: string, [least, most]: Range): Fault {
  const value = Number(typed)
  // `1` may still become 15, `120/8` 120/80; what is too large or no number stays so.
  const final =
    kind === 'range' ? !(value < least) : kind === 'pressureForm' && !/^[\d/\\、,. -]+$/.test(typed)
  return { field, kind, typed, least, most, final }
}

function clean(text: string): string {
  return text.normalize('NFKC').trim()
}

function numberOf(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined
}

function within(value: number, [least, most]: Range): boolean {
  return value >= least && value <= most
}
