import { bd09, gcj02 } from '../shared/datum'
import type { Place } from '../shared/place'

export type MapApp = 'amap' | 'baidu' | 'tencent' | 'apple' | 'google'

export interface Directions {
  app: MapApp
  href: string
}

/**
 * Links to a walk to a WGS 84 place in each map app or, where that is not installed, on its web site: each in the
 * datum that it reads. Nothing is asked of them before somebody taps.
 */
export function directionsTo(place: Place, name: string): Directions[] {
  const label = encodeURIComponent(name)
  const gcj = gcj02(place)
  const bd = bd09(place)
  return [
    {
      app: 'amap',
      href: `https://uri.amap.com/navigation?to=${degrees(gcj.lng)},${degrees(gcj.lat)},${label}&mode=walk&coordinate=gaode&callnative=1&src=dispatch120`,
    },
    {
      app: 'baidu',
      href: `https://api.map.baidu.com/marker?location=${degrees(bd.lat)},${degrees(bd.lng)}&title=${label}&content=AED&output=html&coord_type=bd09ll&src=dispatch120`,
    },
    {
      app: 'tencent',
      href: `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${label}&tocoord=${degrees(gcj.lat)},${degrees(gcj.lng)}&referer=dispatch120`,
    },
    // In the mainland Apple draws AutoNavi's map, Google a shifted one of its own: both want the shifted place there.
    {
      app: 'apple',
      href: `https://maps.apple.com/?daddr=${degrees(gcj.lat)},${degrees(gcj.lng)}&q=${label}&dirflg=w`,
    },
    {
      app: 'google',
      href: `https://www.google.com/maps/dir/?api=1&destination=${degrees(gcj.lat)},${degrees(gcj.lng)}&travelmode=walking`,
    },
  ]
}

/** A tenth of a metre. */
function degrees(value: number): string {
  return value.toFixed(6)
}
