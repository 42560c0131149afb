import type { components } from '../contract/edge'

export type Aed = components['schemas']['Aed']

/** `usable` now · `closed` now · `hours_unknown` · `out_of_order`: broken, expired or missing, whatever the hours. */
export type AedState = 'usable' | 'closed' | 'hours_unknown' | 'out_of_order'

export function aedState({ readiness, openNow }: Pick<Aed, 'readiness' | 'openNow'>): AedState {
  if (readiness === 'fault' || readiness === 'expired' || readiness === 'missing') return 'out_of_order'
  if (openNow === null) return 'hours_unknown'
  return openNow ? 'usable' : 'closed'
}

const PREFERENCE: AedState[] = ['usable', 'hours_unknown', 'closed', 'out_of_order']

/** What can be fetched now first, each kind by walking time: at night the nearest ones hang behind locked doors. */
export function byUse(aeds: readonly Aed[]): Aed[] {
  const rank = (aed: Aed) => PREFERENCE.indexOf(aedState(aed))
  return [...aeds].sort(
    (a, b) => rank(a) - rank(b) || (a.walkSeconds ?? Infinity) - (b.walkSeconds ?? Infinity),
  )
}

/** Whole minutes, rounded up: who counts on three must not need four. */
export function walkMinutes(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60))
}
