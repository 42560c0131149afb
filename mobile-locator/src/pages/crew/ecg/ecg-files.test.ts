import { beforeEach, describe, expect, it } from 'vitest'
import { ecgOf } from '../pathway/samples.test-support'
import { EcgFiles, type EcgNotHad } from './ecg-files'

let asked: string[]
let answer: () => Response
let files: EcgFiles
const why = (work: Promise<unknown>) =>
  work.then(
    () => 'had',
    (error: EcgNotHad) => error.why,
  )

beforeEach(() => {
  asked = []
  answer = () => Response.json({ leads: [] })
  files = new EcgFiles(async (path) => {
    asked.push(String(path))
    return answer()
  })
})

describe('ECG files', () => {
  it('are samples where there are any, else the file itself', async () => {
    expect(await files.get('p 1', ecgOf('a', 'scp'))).toEqual({ kind: 'waveform', waveform: { leads: [] } })
    answer = () => new Response('%PDF-')
    expect(await files.get('p 1', ecgOf('b', 'pdf'))).toMatchObject({ kind: 'pdf' })
    expect(await files.get('p 1', ecgOf('c', 'image'))).toMatchObject({ kind: 'image' })
    const at = '/api/v1/crew/patients/p%201/chest-pain/ecgs/'
    expect(asked).toEqual([`${at}a/waveform`, `${at}b/content`, `${at}c/content`])
  })
  it('are fetched once, also when the second look comes before the first answer', async () => {
    await Promise.all([files.get('p', ecgOf('a', 'csv')), files.get('p', ecgOf('a', 'csv'))])
    answer = () => {
      throw new TypeError('no network')
    }
    expect(await why(files.get('p', ecgOf('a', 'csv')))).toBe('had')
    expect(asked).toHaveLength(1)
  })
  it('of this phone do not come back from the server', async () => {
    const blob = new Blob(['x'], { type: 'image/jpeg' })
    files.keep(ecgOf('a', 'image').sha256, 'image/jpeg', blob)
    expect(await files.get('p', ecgOf('a', 'image'))).toEqual({ kind: 'image', blob })
    files.keep(ecgOf('b', 'csv').sha256, 'text/csv', new Blob(['1,2']))
    expect(await files.get('p', ecgOf('b', 'csv'))).toMatchObject({ kind: 'waveform' })
    expect(asked).toHaveLength(1)
  })
  it('say why they can not be had, and are asked for again', async () => {
    const broken = () => {
      const response = Response.json({})
      Object.defineProperty(response, 'json', { value: () => Promise.reject(new TypeError('cut off')) })
      return response
    }
    const answers: [() => Response, string][] = [
      [() => new Response('', { status: 401 }), 'signed_out'],
      [() => new Response('', { status: 404 }), 'gone'],
      [() => new Response('', { status: 409 }), 'gone'],
      [() => new Response('', { status: 503 }), 'offline'],
      [() => new Response('', { status: 500 }), 'failed'],
      [broken, 'offline'],
      [() => Response.json({}), 'had'],
    ]
    for (const [given, expected] of answers) {
      answer = given
      expect(await why(files.get('p', ecgOf('a', 'aecg')))).toBe(expected)
    }
    expect(asked).toHaveLength(answers.length)
  })
  it('are not kept without end: what was seen longest ago goes first', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) await files.get('p', ecgOf(id, 'scp'))
    await files.get('p', ecgOf('a', 'scp'))
    await files.get('p', ecgOf('g', 'scp'))
    asked = []
    await files.get('p', ecgOf('a', 'scp'))
    expect(asked).toEqual([])
    await files.get('p', ecgOf('b', 'scp'))
    expect(asked).toHaveLength(1)
  })
})
