import { useI18n } from 'vue-i18n'
import type { ProposedUnit } from '@/contract'

/** So close that the way takes no time worth telling. */
const NEAR_METERS = 100

/** Travel times and distances in words: `4 分 10 秒`, `2.9 km`. */
export function useFigures() {
  const { t } = useI18n()

  function travelTime(seconds: number): string {
    if (!Number.isFinite(seconds)) return t('assigning.noTime')
    const whole = Math.round(seconds)
    if (whole < 60) return t('assigning.underMinute')
    const rest = String(whole % 60).padStart(2, '0')
    return t('assigning.minutes', { minutes: Math.floor(whole / 60), seconds: rest })
  }

  /** When a unit could be there; one that is there already is not said to be on its way. */
  function arrival({
    etaSeconds,
    distanceMeters,
  }: Pick<ProposedUnit, 'etaSeconds' | 'distanceMeters'>): string {
    const near = etaSeconds < 60 && distanceMeters < NEAR_METERS
    return near ? t('assigning.near') : travelTime(etaSeconds)
  }

  function distance(meters: number): string {
    if (!Number.isFinite(meters)) return t('assigning.noTime')
    const rounded = Math.round(meters / 10) * 10
    return rounded < 1000
      ? t('assigning.meters', { meters: meters < 100 ? Math.round(meters) : rounded })
      : t('assigning.kilometers', { kilometers: (meters / 1000).toFixed(1) })
  }

  return { travelTime, arrival, distance }
}
