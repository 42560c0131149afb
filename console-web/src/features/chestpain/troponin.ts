import type { operations } from '@/contract'

export type NewTroponin = operations['recordTroponin']['requestBody']['content']['application/json']

/** What village clinics and ambulances have. Another one is typed. */
export const TESTS = ['hs-cTnT', 'hs-cTnI', 'cTnI', 'cTnT'] as const
export const UNITS = ['ng/L', 'ng/mL', 'μg/L'] as const
/** A test strip with a line or none: no number. */
export const STRIP = 'strip'
export const OTHER = 'other'

export interface TypedTroponin {
  test: string
  /** When `test` is another one. */
  otherTest: string
  value: string
  unit: string
  judged: '' | 'positive' | 'negative'
  drawn: string
  result: string
}

export const NO_TROPONIN: Readonly<TypedTroponin> = {
  test: '',
  otherTest: '',
  value: '',
  unit: '',
  judged: '',
  drawn: '',
  result: '',
}

export type TroponinFault = 'test' | 'value' | 'valueForm' | 'unit' | 'judged' | 'drawn' | 'result' | 'order'

export interface ReadTroponin {
  body?: NewTroponin
  fault?: TroponinFault
}

/** High-sensitivity tests are read in ng/L, the others in ng/mL, unless somebody says otherwise. */
export function usualUnit(test: string): string {
  if (test === '' || test === OTHER) return ''
  return test.startsWith('hs') ? 'ng/L' : 'ng/mL'
}

/**
 * @param timeOf a time of day that was typed, as a moment
 * @param stripUnit how a strip's result is called, as it is stored
 */
export function readTroponin(
  typed: TypedTroponin,
  timeOf: (text: string) => string | undefined,
  stripUnit: string,
): ReadTroponin {
  const test = (typed.test === OTHER ? typed.otherTest : typed.test).trim()
  const strip = typed.unit === STRIP
  const value = strip ? (typed.judged === 'positive' ? '+' : '-') : clean(typed.value)
  const drawnAt = typed.drawn.trim() === '' ? undefined : timeOf(typed.drawn)
  const resultAt = typed.result.trim() === '' ? undefined : timeOf(typed.result)
  if (test === '') return { fault: 'test' }
  if (typed.unit === '') return { fault: 'unit' }
  if (strip && typed.judged === '') return { fault: 'judged' }
  if (!strip && value === '') return { fault: 'value' }
  if (!strip && !isValue(value)) return { fault: 'valueForm' }
  if (typed.drawn.trim() !== '' && !drawnAt) return { fault: 'drawn' }
  if (typed.result.trim() !== '' && !resultAt) return { fault: 'result' }
  if (drawnAt && resultAt && drawnAt > resultAt) return { fault: 'order' }
  return {
    body: {
      test,
      value,
      unit: strip ? stripUnit : typed.unit,
      ...(typed.judged !== '' && { positive: typed.judged === 'positive' }),
      ...(drawnAt && { drawnAt }),
      ...(resultAt && { resultAt }),
    },
  }
}

/** As the device shows it: `52`, `0.03`, `<3`. */
export function isValue(text: string): boolean {
  return /^[<>≤≥]?\s*\d{1,6}([.,]\d{1,4})?$/.test(clean(text))
}

function clean(text: string): string {
  return text.normalize('NFKC').trim()
}
