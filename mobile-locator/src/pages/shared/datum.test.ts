import { describe, expect, it } from 'vitest'
import { bd09, gcj02 } from './datum'
import { distanceMeters } from './place'

const place = (lng: number, lat: number) => ({ lng, lat })

describe('gcj02', () => {
  // Published points of the providers' conversions; a metre is what the formulas promise.
  it.each([
    ['Changsha', place(112.933373, 28.2317248), place(112.938812046, 28.228208985)],
    ['Chenzhou', place(113.0092288, 25.7734864), place(113.014717103, 25.770510019)],
    ['Shanghai', place(121.5272106, 31.1774276), place(121.531541859215, 31.17530398364597)],
    ['Shenzhen', place(113.912316, 22.543847), place(113.9171764808363, 22.540796131694766)],
    ['Beijing', place(116.377817, 39.911954), place(116.38404722455657, 39.91334545536069)],
  ])('agrees with published points in %s', (_, wgs84, published) => {
    expect(distanceMeters(gcj02(wgs84), published)).toBeLessThan(1)
  })
  it('shifts by more than half a kilometre in Changsha: the wrong datum is the wrong street', () => {
    const wgs84 = place(112.933373, 28.2317248)
    expect(distanceMeters(gcj02(wgs84), wgs84)).toBeGreaterThan(600)
  })
  it('leaves places outside China alone', () => {
    for (const far of [place(2.35, 48.85), place(121.56, 25.03), place(139.7, 35.7)]) {
      expect(gcj02(far)).toEqual(far)
      expect(bd09(far)).toEqual(far)
    }
  })
})

describe('bd09', () => {
  it.each([
    ['Changsha', place(112.933373, 28.2317248), place(112.945284545, 28.234401133)],
    ['Chenzhou', place(113.0092288, 25.7734864), place(113.021178709, 25.776588465)],
  ])('agrees with published points in %s', (_, wgs84, published) => {
    expect(distanceMeters(bd09(wgs84), published)).toBeLessThan(1)
  })
})
