import { describe, expect, it } from 'vitest'
import type { Upload } from '../ecg/upload'
import { NOON, workAt } from '../samples.test-support'
import { caseOf, ecgOf, iso } from './samples.test-support'
import { shownCase } from './shown-case'
import { choose, drawn, toggleBeside, viewableEcgs } from './viewable'

const uploadOf = (id: string, contentType: string, more: Partial<Upload> = {}): Upload => ({
  id,
  order: 1,
  patientId: 'p-1',
  fileName: id,
  contentType,
  sizeBytes: 9,
  sha256: `sha-${id}`,
  takenAt: iso(600),
  receivedBytes: 0,
  ...more,
})
const shown = (...ecgs: ReturnType<typeof ecgOf>[]) =>
  shownCase(workAt([], { cases: [caseOf({}, { ecgs })] }), 'p-1', [], 0)
const three = viewableEcgs(
  shown(ecgOf('a', 'scp', 60), ecgOf('b', 'image', 120), ecgOf('c', 'pdf', 180)),
  [],
  0,
)
const [c, b, a] = three.map(({ sha256 }) => sha256)

describe('what can be looked at', () => {
  it('is whole, newest first, by the time of recording where there is one', () => {
    const late = { ...ecgOf('late', 'scp', 500), recordedAt: iso(30) }
    const cut = { ...ecgOf('cut', 'image', 400), complete: false }
    const all = viewableEcgs(shown(ecgOf('a', 'scp', 60), late, cut, ecgOf('b', 'csv', 90)), [], 0)
    expect(all.map(({ ecg }) => ecg?.id)).toEqual(['b', 'a', 'late'])
  })
  it('is also what is on its way from this phone and drawn as it is, by the clock of the server', () => {
    const uploads = [
      uploadOf('photo', 'image/jpeg'),
      uploadOf('paper', 'application/pdf', { refusal: { status: 422, code: 'x', detail: '' } }),
      uploadOf('samples', 'text/xml'),
      uploadOf('arrived', 'image/png', { delivered: true }),
      uploadOf('known', 'image/png', { sha256: ecgOf('a', 'image').sha256 }),
    ]
    const all = viewableEcgs(shown(ecgOf('a', 'image', 60)), uploads, 5_000)
    expect(all.map(({ upload, ecg }) => upload?.id ?? ecg?.id)).toEqual(['photo', 'paper', 'a'])
    expect(all[0]?.atMillis).toBe(NOON + 605_000)
  })
})

describe('comparing', () => {
  it('begins with the ECG before, else the one after, and ends again', () => {
    expect(toggleBeside(three, { ecg: c })).toEqual({ ecg: c, beside: b })
    expect(toggleBeside(three, { ecg: a })).toEqual({ ecg: a, beside: b })
    expect(toggleBeside(three, { ecg: c, beside: b })).toEqual({ ecg: c, beside: undefined })
    expect(toggleBeside(three.slice(0, 1), { ecg: c }).beside).toBeUndefined()
  })
  it('puts the earlier one first, whichever was chosen first', () => {
    expect(drawn(three, { ecg: c, beside: a }).map(({ sha256 }) => sha256)).toEqual([a, c])
    expect(drawn(three, { ecg: b }).map(({ sha256 }) => sha256)).toEqual([b])
    expect(drawn(three, {})).toEqual([])
  })
  it('exchanges the other one at a tap; alone, a tap shows another', () => {
    expect(choose({ ecg: c, beside: b }, a ?? '')).toEqual({ ecg: c, beside: a })
    expect(choose({ ecg: c, beside: b }, c ?? '')).toEqual({ ecg: c, beside: b })
    expect(choose({ ecg: c }, a ?? '')).toEqual({ ecg: a, beside: undefined })
  })
})
