import { bd09, gcj02 } from '../shared/datum'
import type { Place } from '../shared/place'

export interface MapApp {
  app: 'amap' | 'baidu' | 'tencent'
  href: string
}

/**
 * Links that open a map app on this device at a WGS 84 place, each in the datum it reads. They are the apps' own
 * schemes: nothing is asked of a web site.
 */
export function mapApps(place: Place, name: string, userAgent: string): MapApp[] {
  const apple = /iphone|ipad|ipod/i.test(userAgent)
  const label = encodeURIComponent(name)
  const shifted = gcj02(place)
  const [lng, lat] = [degrees(shifted.lng), degrees(shifted.lat)]
  const twice = bd09(place)
  // dev=0 and coord_type say: these coordinates are shifted already.
  return [
    {
      app: 'amap',
      href: `${apple ? 'iosamap' : 'androidamap'}://navi?sourceApplication=dispatch120&poiname=${label}&lat=${lat}&lon=${lng}&dev=0&style=2`,
    },
    {
      app: 'baidu',
      href: `${apple ? 'baidumap' : 'bdapp'}://map/navi?location=${degrees(twice.lat)},${degrees(twice.lng)}&query=${label}&coord_type=bd09ll&src=dispatch120`,
    },
    {
      app: 'tencent',
      href: `qqmap://map/routeplan?type=drive&to=${label}&tocoord=${lat},${lng}&coord_type=2&referer=dispatch120`,
    },
  ]
}

/** A tenth of a metre. */
function degrees(value: number): string {
  return value.toFixed(6)
}
