import { describe, expect, it } from 'vitest'
import { type BadFile, type Imaging, formatOf, scaledSizes, sendable, sha256Of } from './file'
import { MOST_BYTES } from './upload'

const fileOf = (name: string, type: string, size: number) => {
  const file = new File(['x'], name, { type })
  Object.defineProperty(file, 'size', { value: size })
  return file
}
const imaging = (sizes: number[], tried: number[] = []): Imaging => ({
  sizeOf: async () => ({ width: 6000, height: 4500 }),
  redraw: async (_, { width }) => {
    tried.push(width)
    const blob = new Blob(['y'], { type: 'image/jpeg' })
    Object.defineProperty(blob, 'size', { value: sizes.shift() ?? 1 })
    return blob
  },
})
const why = (work: Promise<unknown>) =>
  work.then(
    () => 'sent',
    (error: BadFile) => error.why,
  )

describe('a file', () => {
  it('is known by its name and kind', () => {
    expect(
      [
        ['a.JPG', ''],
        ['x', 'image/heic'],
        ['a.pdf', ''],
        ['a.xml', 'text/xml'],
        ['a.scp', ''],
        ['a.csv', ''],
        ['a.exe', ''],
      ].map(([name, type]) => formatOf(name ?? '', type ?? '')),
    ).toEqual(['image', 'image', 'pdf', 'aecg', 'scp', 'csv', undefined])
  })
  it('that fits is sent as it is', async () => {
    const file = fileOf('a.jpg', 'image/jpeg', MOST_BYTES)
    expect(await sendable(file, imaging([]))).toEqual({
      blob: file,
      fileName: 'a.jpg',
      contentType: 'image/jpeg',
    })
  })
  it('that is too large a picture is made smaller until it fits', async () => {
    const tried: number[] = []
    const sent = await sendable(
      fileOf('a.png', 'image/png', MOST_BYTES + 1),
      imaging([MOST_BYTES + 5, MOST_BYTES + 1, 4_000_000], tried),
    )
    expect(tried).toEqual([4000, 3200, 2600])
    expect(sent).toMatchObject({ fileName: 'a.jpg', contentType: 'image/jpeg' })
  })
  it('is never made smaller than what can be read', async () => {
    const tried: number[] = []
    const huge = Array.from({ length: 9 }, () => MOST_BYTES + 1)
    expect(await why(sendable(fileOf('a.png', 'image/png', MOST_BYTES + 1), imaging(huge, tried)))).toBe(
      'too_large',
    )
    expect(Math.min(...tried)).toBe(2000)
  })
  it('of a kind that browsers alone show is drawn as JPEG', async () => {
    expect((await sendable(fileOf('a.webp', 'image/webp', 5), imaging([5]))).contentType).toBe('image/jpeg')
  })
  it('that can not be sent says why', async () => {
    expect(await why(sendable(fileOf('a.jpg', 'image/jpeg', 0), imaging([])))).toBe('empty')
    expect(await why(sendable(fileOf('a.exe', '', 5), imaging([])))).toBe('unknown_kind')
    expect(await why(sendable(fileOf('a.xml', 'text/xml', MOST_BYTES + 1), imaging([])))).toBe('too_large')
    const broken = { ...imaging([]), sizeOf: () => Promise.reject(new Error('no picture')) }
    expect(await why(sendable(fileOf('a.heic', 'image/heic', 5), broken))).toBe('unreadable')
  })
})

describe('sizes', () => {
  it('keep the shape and enlarge nothing', () => {
    expect(scaledSizes({ width: 2400, height: 1800 })).toEqual([
      { width: 2400, height: 1800 },
      { width: 2000, height: 1500 },
    ])
    expect(scaledSizes({ width: 1000, height: 500 })).toEqual([{ width: 1000, height: 500 }])
    expect(scaledSizes({ width: 4000, height: 8000 })[0]).toEqual({ width: 2000, height: 4000 })
  })
})

describe('the checksum', () => {
  it('is that of SHA-256', async () => {
    const bytes = new TextEncoder().encode('abc').buffer as ArrayBuffer
    // FIPS 180-2, appendix B.1.
    expect(await sha256Of(bytes)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
