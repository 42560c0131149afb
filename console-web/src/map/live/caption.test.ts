import { describe, expect, it } from 'vitest'
import { arcBelow } from './arc'
import { cutCaption, placeCaption } from './caption'

const FREE = { left: 10, top: 50, right: 990, bottom: 760 }
const MIDDLE = { x: 500, y: 400 }
const around = (x: number, y: number) => ({ left: x - 17, top: y - 17, right: x + 17, bottom: y + 17 })
const RIGHT = around(560, 370)
const LEFT = around(440, 370)
const BELOW = around(500, 440)
const place = (taken: ReturnType<typeof around>[], tip = MIDDLE, before?: 'left') =>
  placeCaption('胸痛', 200, tip, taken, FREE, before)

describe('caption', () => {
  it('tries right, left, below and above, and hides nothing while it can', () => {
    expect(place([])?.side).toBe('right')
    expect(place([RIGHT])?.side).toBe('left')
    expect(place([RIGHT, LEFT])?.side).toBe('below')
    expect(place([RIGHT, LEFT, BELOW])?.side).toBe('above')
  })

  it('hides least where every side hides something', () => {
    const above = around(500, 340)
    expect(place([RIGHT, around(600, 370), LEFT, LEFT, BELOW, BELOW, above])?.side).toBe('above')
  })

  it('stays on its side while nothing is there', () => {
    expect(place([], MIDDLE, 'left')?.side).toBe('left')
    expect(place([LEFT], MIDDLE, 'left')?.side).toBe('right')
  })

  it('never lies under the controls', () => {
    expect(place([], { x: 900, y: 400 })?.side).toBe('left')
    const corner = placeCaption('胸痛', 200, { x: 40, y: 75 }, [around(140, 45)], FREE, undefined)
    expect(corner).toMatchObject({ side: 'below', at: { x: 110 } })
    expect(place([], { x: 500, y: 20 })).toBeUndefined()
  })

  it('is cut at 16 letters', () => {
    expect(cutCaption('胸痛 · 望城坡')).toBe('胸痛 · 望城坡')
    expect(cutCaption('胸痛 · 梅溪湖环湖路 8 栋 2 单元 1203')).toBe('胸痛 · 梅溪湖环湖路 8 栋…')
  })
})

describe('arc below a pin', () => {
  it('puts one unit straight below and several from left to right', () => {
    expect(arcBelow(1)).toEqual([{ x: 0, y: 40 }])
    const [left, middle, right] = arcBelow(3)
    expect([Math.round(left?.x ?? 0), Math.round(middle?.x ?? 0), Math.round(right?.x ?? 0)]).toEqual([
      -31, 0, 31,
    ])
  })

  it('lets no badge cover another nor the pin', () => {
    const places = arcBelow(9)
    expect(places).toHaveLength(9)
    places.forEach((a, i) => {
      expect(a.y).toBeGreaterThan(0)
      places.slice(i + 1).forEach((b) => expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(33))
    })
  })
})
