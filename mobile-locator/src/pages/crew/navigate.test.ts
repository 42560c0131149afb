import { describe, expect, it } from 'vitest'
import { mapApps } from './navigate'

const CHANGSHA = { lng: 112.933373, lat: 28.2317248 }

describe('mapApps', () => {
  it('gives each app the place in its own datum', () => {
    const [amap, baidu, tencent] = mapApps(CHANGSHA, '2 号口 & 扶梯', 'Android').map(({ href }) => href)
    expect(amap).toContain('androidamap://navi?')
    expect(amap).toContain('lat=28.228209&lon=112.938812&dev=0')
    expect(baidu).toContain('location=28.234401,112.945285')
    expect(baidu).toContain('coord_type=bd09ll')
    expect(tencent).toContain('tocoord=28.228209,112.938812')
    expect(amap).toContain('poiname=2%20%E5%8F%B7%E5%8F%A3%20%26%20')
  })
  it('uses the schemes of an iPhone there', () => {
    const hrefs = mapApps(CHANGSHA, '', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0)').map(({ href }) => href)
    expect(hrefs.map((href) => href.split(':')[0])).toEqual(['iosamap', 'baidumap', 'qqmap'])
  })
})
