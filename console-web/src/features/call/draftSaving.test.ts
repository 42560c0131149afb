import { beforeEach, describe, expect, it } from 'vitest'
import type { Incident, KeptCall, NewCall, ReceivedCall } from '@/contract'
import { RequestFailed } from '@/shared/api'
import { newDraft, type Draft } from './draft'
import { missingFor, openKept, saveDraft, type SavingSeams } from './draftSaving'

let draft: Draft
let sent: { call: NewCall; key: string }[]
let answers: (ReceivedCall | KeptCall | RequestFailed)[]
let done: string[]
let incidents: Set<string>
let whileSending: () => void

const seams: SavingSeams = {
  send: async (call, key) => {
    sent.push({ call, key })
    whileSending()
    const answer = answers.shift() ?? received()
    if (answer instanceof RequestFailed) throw answer
    return answer
  },
  opened: (answer) => done.push(`opened ${answer.incident.id}`),
  findIncident: (id) => (incidents.has(id) ? ({ id } as Incident) : undefined),
  change: (id, change) => done.push(`change ${id} ${JSON.stringify(change)}`),
  locate: (id, place) => done.push(`locate ${id} ${place.lng}`),
}

beforeEach(() => {
  draft = { ...newDraft('id', 'key', '2026-11-22T06:00:00Z'), phone: '13874210000' }
  sent = []
  answers = []
  done = []
  incidents = new Set()
  whileSending = () => undefined
})

describe('saving a call', () => {
  it('needs the phone only', async () => {
    expect(await saveDraft(draft, seams)).toBe('incident')
    expect(draft.state).toBe('opened')
    draft.phone = ''
    expect(missingFor(draft)).toBe('phone')
  })

  it('is not done without a phone, or with a place nobody can read', async () => {
    draft.coordinates = '28'
    expect(missingFor(draft)).toBe('coordinates')
    expect(await saveDraft(draft, seams)).toBeUndefined()
    expect(sent).toEqual([])
  })

  it('is done once although asked for twice', async () => {
    await Promise.all([saveDraft(draft, seams), saveDraft(draft, seams)])
    await saveDraft(draft, seams)
    expect(sent).toHaveLength(1)
  })

  it('lets what was typed meanwhile follow', async () => {
    whileSending = () => Object.assign(draft, { address: 'typed', picked: { lng: 112.9, lat: 28.2 } })
    await saveDraft(draft, seams)
    expect(done).toEqual(['opened incident', 'change incident {"address":"typed"}', 'locate incident 112.9'])
  })
})

describe('an unknown outcome', () => {
  it.each([
    [0, 'unreachable'],
    [503, 'outcome_unknown'],
  ])('(%i %s) repeats the very same request', async (status, code) => {
    answers = [refused(status, code)]
    await saveDraft(draft, seams)
    expect(draft.state).toBe('uncertain')
    draft.address = 'typed since'
    await saveDraft(draft, seams)
    expect(sent[1]).toEqual(sent[0])
    expect(done).toContain('change incident {"address":"typed since"}')
  })
})

describe('a refusal', () => {
  it('keeps everything and sends what was corrected, under the same key', async () => {
    answers = [refused(400, 'invalid_request')]
    await saveDraft(draft, seams)
    expect(draft).toMatchObject({ state: 'refused', problem: { code: 'invalid_request' } })
    draft.phone = '110'
    await saveDraft(draft, seams)
    expect(sent.map((one) => [one.call.phone, one.key])).toEqual([
      ['13874210000', 'key'],
      ['110', 'key'],
    ])
  })

  it('because nothing can be stored is no unknown outcome', async () => {
    answers = [refused(503, 'storage_unavailable')]
    await saveDraft(draft, seams)
    expect(draft).toMatchObject({ state: 'refused', sent: undefined })
  })
})

describe('a call kept on one node', () => {
  beforeEach(async () => {
    answers = [{ stored: false, callId: 'call', incidentId: 'later' }]
    await saveDraft(draft, seams)
  })

  it('is said to be kept, and is not sent again', async () => {
    expect(draft.state).toBe('kept')
    await saveDraft(draft, seams)
    expect(sent).toHaveLength(1)
  })

  it('takes what was typed since once its incident is there', () => {
    draft.note = 'typed since'
    expect(openKept(draft, seams)).toBe(false)
    incidents.add('later')
    expect(openKept(draft, seams)).toBe(true)
    expect(draft.state).toBe('opened')
    expect(done).toEqual(['change later {"note":"typed since"}'])
  })
})

function received(): ReceivedCall {
  return {
    call: { id: 'call' },
    incident: { id: 'incident' },
    possibleDuplicates: [],
  } as unknown as ReceivedCall
}

function refused(status: number, code: string): RequestFailed {
  return new RequestFailed({ type: '', title: '', status, code, detail: code })
}
