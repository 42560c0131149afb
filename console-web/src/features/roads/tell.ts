import type { RoadClosure } from '@/contract'
import { formatTime } from '@/shared/time'

type Translate = (key: string, named?: Record<string, unknown>) => string

/** Times of another day are told with their date. */
export function tellMoment(iso: string, nowMillis: number, zone: string): string {
  const date = (at: string | number) =>
    new Date(at).toLocaleDateString('zh-CN', { timeZone: zone, month: 'numeric', day: 'numeric' })
  const time = formatTime(iso, zone, false)
  return date(iso) === date(nowMillis) ? time : `${date(iso)} ${time}`
}

/** `到 18:00`, `直到解除`. */
export function tellUntil(
  { until }: Pick<RoadClosure, 'until'>,
  nowMillis: number,
  zone: string,
  t: Translate,
): string {
  return until ? t('roads.untilTime', { time: tellMoment(until, nowMillis, zone) }) : t('roads.untilOpen')
}

/** `积水 · 隧道积水 40 cm`; the reason alone says it when it is the cause's own word. */
export function tellClosure({ cause, reason }: Pick<RoadClosure, 'cause' | 'reason'>, t: Translate): string {
  const word = t(`roads.cause.${cause}`)
  return reason === word ? word : `${word} · ${reason}`
}
