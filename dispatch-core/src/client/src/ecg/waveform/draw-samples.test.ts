import { describe, expect, it } from 'vitest'
import { MISSING } from './decode'
import { drawSamples, type Pen } from './draw-samples'

type Stroke = [number, number][]

class Strokes implements Pen {
  readonly all: Stroke[] = []
  moveTo(x: number, y: number): void {
    this.all.push([[x, y]])
  }
  lineTo(x: number, y: number): void {
    this.all.at(-1)?.push([x, y])
  }
}

const UNIT = { x: 0, dx: 1, y: 0, dy: 1 }

function draw(samples: number[], place = UNIT, from = 0, to = samples.length): Stroke[] {
  const pen = new Strokes()
  drawSamples(pen, Int16Array.from(samples), from, to, place, 1)
  return pen.all
}

describe('drawSamples', () => {
  it('draws each sample at its place', () => {
    expect(draw([1, 2, 3], { x: 10, dx: 2, y: 100, dy: -5 })).toEqual([
      [
        [10, 95],
        [12, 90],
        [14, 85],
      ],
    ])
  })

  it('lifts the pen where samples are missing, and shows a lonely one', () => {
    expect(draw([1, 2, MISSING, MISSING, 3, 4, MISSING, 5])).toEqual([
      [
        [0, 1],
        [1, 2],
      ],
      [
        [4, 3],
        [5, 4],
      ],
      [
        [7, 5],
        [7.5, 5],
      ],
    ])
  })

  it('draws nothing beyond the samples there are', () => {
    expect(draw([1, 2], UNIT, -5, 50)).toEqual(draw([1, 2]))
    expect(draw([], UNIT, 0, 10)).toEqual([])
    expect(draw([MISSING, MISSING])).toEqual([])
  })

  it('keeps the highest and the lowest of every column when zoomed out', () => {
    const samples = Array.from({ length: 10_000 }, (_, at) => Math.round(Math.sin(at / 50) * 100) + 0)
    samples[1234] = 9000
    samples[5678] = -9000
    const strokes = draw(samples, { x: 0, dx: 0.01, y: 0, dy: 1 })
    expect(strokes).toHaveLength(1)
    const points = strokes[0] ?? []
    expect(points.length).toBeLessThanOrEqual(200)
    expect(points).toContainEqual([1234 * 0.01, 9000])
    expect(points).toContainEqual([5678 * 0.01, -9000])
    for (let column = 0; column < 100; column++) {
      const own = samples.slice(column * 100, column * 100 + 100)
      const drawn = points.slice(column * 2, column * 2 + 2).map(([, y]) => y)
      expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([Math.min(...own), Math.max(...own)])
    }
    expect(points.map(([x]) => x)).toEqual(points.map(([x]) => x).sort((one, other) => one - other))
  })

  it('keeps gaps when zoomed out', () => {
    const samples = Array.from({ length: 3000 }, (_, at) => (at >= 1000 && at < 2000 ? MISSING : 1))
    const strokes = draw(samples, { x: 0, dx: 0.01, y: 0, dy: 1 })
    expect(strokes.flat().filter(([x]) => x > 10.01 && x < 19.99)).toEqual([])
    expect(Math.max(...(strokes[0] ?? []).map(([x]) => x))).toBeLessThan(10)
  })

  it('draws the same columns wherever the view begins', () => {
    const samples = Array.from({ length: 1000 }, (_, at) => (at * 7919) % 1000)
    const all = draw(samples, { x: 0, dx: 0.1, y: 0, dy: 1 }).flat()
    const part = draw(samples, { x: 0, dx: 0.1, y: 0, dy: 1 }, 505).flat()
    expect(all).toEqual(expect.arrayContaining(part.slice(2)))
  })
})
