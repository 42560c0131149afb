import { useI18n } from 'vue-i18n'

/** Travel times and distances in words: `4 分 10 秒`, `2.9 km`. */
export function useFigures() {
  const { t } = useI18n()

  function travelTime(seconds: number): string {
    if (!Number.isFinite(seconds)) return t('assigning.noTime')
    const whole = Math.round(seconds)
    const rest = String(whole % 60).padStart(2, '0')
    return t('assigning.minutes', { minutes: Math.floor(whole / 60), seconds: rest })
  }

  function distance(meters: number): string {
    if (!Number.isFinite(meters)) return t('assigning.noTime')
    const rounded = Math.round(meters / 10) * 10
    return rounded < 1000
      ? t('assigning.meters', { meters: meters < 100 ? Math.round(meters) : rounded })
      : t('assigning.kilometers', { kilometers: (meters / 1000).toFixed(1) })
  }

  return { travelTime, distance }
}
