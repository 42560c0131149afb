// @vitest-environment happy-dom
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openEcgComparison, type ComparisonOptions } from './compare'
import { syntheticEcg } from './synthetic.test-support'

let host: HTMLElement

function open(width: number, height: number, more: Partial<ComparisonOptions> = {}) {
  const waveform = syntheticEcg({ seconds: 1 })
  const size = { clientWidth: width, clientHeight: height }
  for (const [name, value] of Object.entries(size))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value })
  openEcgComparison(
    host,
    [
      { kind: 'waveform', waveform },
      { kind: 'waveform', waveform },
    ],
    { labels: ['10:32', '10:58'], ...more },
  )
  return host.querySelector('.ecg-comparison')
}

// The environment of the tests does not have it.
vi.stubGlobal('Option', function (text: string, value: string) {
  return Object.assign(document.createElement('option'), { text, value })
})
afterAll(() => vi.unstubAllGlobals())

beforeEach(() => {
  host = document.createElement('div')
  document.body.append(host)
})

describe('two ECGs', () => {
  it.each([
    ['beside each other on a desk', 1200, 800, false],
    ['above each other where it is narrow', 800, 900, true],
    ['above each other on a phone', 390, 700, true],
    ['beside each other on a phone held across, which has height for one', 820, 250, false],
  ])('lie %s', (_, width, height, stacked) => {
    expect(open(width, height)?.classList.contains('ecg-stacked')).toBe(stacked)
  })

  it('have buttons each, or the first alone where there is little room', () => {
    open(1200, 800)
    expect(host.querySelectorAll('.ecg-controls')).toHaveLength(2)
    host.textContent = ''
    open(390, 700, { oneBar: true })
    const places = [...host.querySelectorAll('.ecg-place')]
    expect(places.map((place) => place.querySelectorAll('.ecg-controls').length)).toEqual([1, 0])
  })
})
