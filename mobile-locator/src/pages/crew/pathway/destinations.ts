import type { Advice, AdviceOption, Hospital, PreAlertKind } from '../contract'
import type { HospitalChoice } from '../queue/tap'

/** One line of the choice: with what the advice says of it, where there is advice. */
export interface Choice {
  hospital: Hospital
  option?: AdviceOption
  /** Stands first in the advice: needs no reason. */
  first: boolean
}

/** Services by which hospitals are put in order while nobody advises, best first. */
const SERVICES: Record<PreAlertKind, readonly string[]> = {
  chest_pain: ['pci_24x7', 'thrombolysis'],
  stroke: ['stroke'],
  trauma: ['trauma'],
  obstetric: ['obstetric'],
  neonatal: ['neonatal'],
}

/** Best first by the advice; what it does not name follows. Without advice nothing is first. */
export function choicesOf(
  kind: PreAlertKind,
  hospitals: readonly Hospital[],
  advice: Advice | undefined,
): Choice[] {
  const advised = (advice?.options ?? []).flatMap((option, i) => {
    const hospital = hospitals.find(({ id }) => id === option.hospitalId)
    return hospital ? [{ hospital, option, first: i === 0 }] : []
  })
  const named = new Set(advised.map(({ hospital }) => hospital.id))
  const rest = hospitals.filter(({ id }) => !named.has(id))
  const rank = ({ capabilities }: Hospital) => {
    const best = SERVICES[kind].findIndex((service) => capabilities.includes(service))
    return best < 0 ? SERVICES[kind].length : best
  }
  return [
    ...advised,
    ...[...rest].sort((a, b) => rank(a) - rank(b)).map((hospital) => ({ hospital, first: false })),
  ]
}

/** Whether a reason is to be given: another than the first of an advice. */
export function needsReason(choice: Choice, advice: Advice | undefined): boolean {
  return (advice?.options.length ?? 0) > 0 && !choice.first
}

export function chosen(choice: Choice, advice: Advice | undefined, reason: string): HospitalChoice {
  const advised = advice?.options[0]?.hospitalId
  const other = needsReason(choice, advice) && advised !== undefined && advised !== choice.hospital.id
  return {
    hospitalId: choice.hospital.id,
    ...(choice.option && choice.option.strategy !== 'direct' && { strategy: choice.option.strategy }),
    ...(other && { advised }),
    ...(reason !== '' && { overrideReason: reason }),
  }
}
