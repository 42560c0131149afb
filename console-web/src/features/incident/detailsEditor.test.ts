import { beforeEach, describe, expect, it } from 'vitest'
import type { Incident, IncidentChange } from '@/contract'
import { RequestFailed } from '@/shared/api'
import { createDetailsEditor, type DetailsEditor } from './detailsEditor'

type Stored = Pick<Incident, 'version' | 'address' | 'note' | 'complaint'>

let server: Stored
/** What the board shows here; it learns of others' edits by reading only. */
let board: Stored
let sent: { change: IncidentChange; version: number }[]
let failures: RequestFailed[]
let timers: { act: () => void; millis: number }[]
let editor: DetailsEditor

beforeEach(() => {
  server = { version: 1, address: '枫林一路' }
  board = { ...server }
  sent = []
  failures = []
  timers = []
  editor = createDetailsEditor({
    findIncident: () => board as Incident,
    change: async (change, version) => {
      sent.push({ change, version })
      const failure = failures.shift()
      if (failure) throw failure
      if (version !== server.version) throw refused(412, 'version_mismatch')
      server = { ...server, ...(change as Stored), version: server.version + 1 }
      board = { ...server }
      return board as Incident
    },
    read: async () => {
      board = { ...server }
      return board as Incident
    },
    setTimer: (act, millis) => timers.push({ act, millis }),
    clearTimer: (timer) => void (timers[timer - 1] = { act: () => undefined, millis: -1 }),
  })
})

describe('typing', () => {
  it('is saved after a pause, with the version that was edited', async () => {
    editor.edit('note', '大汗')
    expect(pending()).toEqual([700])
    await editor.flush()
    expect(sent).toEqual([{ change: { note: '大汗' }, version: 1 }])
    expect(editor.saved.has('note')).toBe(true)
    expect(editor.edits.size).toBe(0)
  })

  it('sends several fields at once', async () => {
    editor.edit('note', 'a')
    editor.edit('address', 'b')
    await editor.flush()
    expect(sent).toHaveLength(1)
  })

  it('sends nothing when the text is as it was', async () => {
    editor.edit('address', '枫林二路')
    editor.edit('address', '枫林一路')
    await editor.flush()
    expect(sent).toEqual([])
    expect(editor.edits.size).toBe(0)
  })

  it('goes on while a save is under way, and is saved after it', async () => {
    editor.edit('note', 'a')
    const saving = editor.flush()
    editor.edit('note', 'ab')
    await saving
    expect(sent.map((one) => one.change)).toEqual([{ note: 'a' }, { note: 'ab' }])
    expect(editor.valueOf('note')).toBe('ab')
  })

  it('can empty a field', async () => {
    editor.edit('address', '')
    await editor.flush()
    expect(sent[0]?.change).toEqual({ address: '' })
  })
})

describe('edits of two people', () => {
  it('of different fields merge by themselves', async () => {
    editor.edit('note', 'mine')
    server = { ...server, address: 'theirs', version: 2 }
    await editor.flush()
    expect(server).toMatchObject({ note: 'mine', address: 'theirs' })
    expect(editor.edits.size).toBe(0)
  })

  it('of the same field are shown both, and nothing is overwritten', async () => {
    editor.edit('address', 'mine')
    server = { ...server, address: 'theirs', version: 2 }
    await editor.flush()
    expect(editor.edits.get('address')).toMatchObject({ state: 'conflict', value: 'mine', theirs: 'theirs' })
    expect(server.address).toBe('theirs')
  })

  it('of the same field do not hold up the others', async () => {
    editor.edit('address', 'mine')
    editor.edit('note', 'mine')
    server = { ...server, address: 'theirs', version: 2 }
    await editor.flush()
    expect(server).toMatchObject({ address: 'theirs', note: 'mine' })
  })

  it('that say the same are one', async () => {
    editor.edit('address', 'same')
    server = { ...server, address: 'same', version: 2 }
    await editor.flush()
    expect(editor.edits.size).toBe(0)
  })

  it('are settled by choosing mine', async () => {
    await crossed()
    editor.resolve('address', 'mine')
    await editor.flush()
    expect(server.address).toBe('mine')
  })

  it('are settled by choosing theirs', async () => {
    await crossed()
    editor.resolve('address', 'theirs')
    await editor.flush()
    expect(server.address).toBe('theirs')
    expect(editor.valueOf('address')).toBe('theirs')
  })

  it('keep what is typed on after the conflict', async () => {
    await crossed()
    editor.edit('address', 'mine again')
    await editor.flush()
    expect(editor.edits.get('address')).toMatchObject({ state: 'conflict', value: 'mine again' })
  })
})

describe('a failure', () => {
  it('keeps the text and tries again by itself', async () => {
    failures.push(refused(0, 'unreachable'))
    editor.edit('note', 'a')
    await editor.flush()
    expect(editor.edits.get('note')).toMatchObject({ state: 'failed', value: 'a' })
    await turn()
    expect(pending()).toEqual([5_000])
    await editor.flush()
    expect(server.note).toBe('a')
  })

  it('tries again after the session has ended and somebody has signed in', async () => {
    failures.push(refused(401, 'not_signed_in'))
    editor.edit('note', 'a')
    await editor.flush()
    await turn()
    expect(pending()).toEqual([5_000])
  })

  it('that is final waits for a person', async () => {
    failures.push(refused(409, 'incident_closed'))
    editor.edit('note', 'a')
    await editor.flush()
    await turn()
    expect(pending()).toEqual([])
    expect(editor.edits.get('note')?.problem?.code).toBe('incident_closed')
  })
})

it('takes up what was typed before a reload', async () => {
  editor.restore([['note', { value: 'kept', base: '', state: 'failed' }]])
  await editor.flush()
  expect(server.note).toBe('kept')
})

async function crossed() {
  editor.edit('address', 'mine')
  server = { ...server, address: 'theirs', version: 2 }
  await editor.flush()
}

function pending(): number[] {
  return timers.map((timer) => timer.millis).filter((millis) => millis >= 0)
}

function refused(status: number, code: string): RequestFailed {
  return new RequestFailed({ type: '', title: '', status, code, detail: code })
}

async function turn() {
  for (let i = 0; i < 5; i++) await Promise.resolve()
}
