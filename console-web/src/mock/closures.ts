import type { RoadClosure } from '@/contract'
import { roadsAt } from './roads'

/** A flooded underpass and road works, as somebody closed them earlier. */
export function startingClosures(now: Date): RoadClosure[] {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()
  const points = (lng: number, lat: number) => [{ lng, lat }]
  return [
    {
      id: 'closure-1',
      form: 'point',
      points: points(112.9236, 28.2021),
      cause: 'flooded',
      reason: '桐梓坡路下穿积水 40 cm',
      closedAt: ago(52),
      closedBy: 'dispatcher2',
      until: ago(-120),
      roads: roadsAt({ form: 'point', points: points(112.9236, 28.2021) }),
    },
    {
      id: 'closure-2',
      form: 'point',
      points: points(112.8861, 28.2262),
      cause: 'construction',
      reason: '麓谷大道半幅施工',
      closedAt: ago(9 * 60),
      closedBy: 'supervisor',
      roads: roadsAt({ form: 'point', points: points(112.8861, 28.2262) }),
    },
  ]
}
