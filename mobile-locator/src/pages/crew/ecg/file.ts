import { MOST_BYTES } from './upload'

export type EcgFormat = 'image' | 'pdf' | 'aecg' | 'scp' | 'csv'

/** A file that can not be sent, and why. */
export class BadFile extends Error {
  constructor(readonly why: 'empty' | 'too_large' | 'unknown_kind' | 'unreadable' | 'insecure') {
    super(why)
  }
}

/** By name and declared type; the server looks at the bytes. */
export function formatOf(name: string, type: string): EcgFormat | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (type.startsWith('image/') || ['jpg', 'jpeg', 'png', 'webp', 'heic'].includes(ending)) return 'image'
  if (type === 'application/pdf' || ending === 'pdf') return 'pdf'
  if (ending === 'xml' || type.endsWith('/xml')) return 'aecg'
  if (ending === 'scp' || ending === 'ecg') return 'scp'
  if (ending === 'csv' || type === 'text/csv') return 'csv'
  return undefined
}

/** Below this the grid of a photographed page can not be read any more. */
const LEAST_LONG_SIDE = 2_000
const LONG_SIDES = [4_000, 3_200, 2_600, LEAST_LONG_SIDE]

export interface Size {
  width: number
  height: number
}

/** Sizes to try in turn, largest first; none is below what stays legible, and none enlarges. */
export function scaledSizes({ width, height }: Size): Size[] {
  const long = Math.max(width, height)
  const sides = LONG_SIDES.filter((side) => side < long)
  // A heavy picture of few pixels only needs packing anew.
  return (sides.length === LONG_SIDES.length ? sides : [long, ...sides]).map((side) => ({
    width: Math.round((width * side) / long),
    height: Math.round((height * side) / long),
  }))
}

/** What the camera and the canvas of this phone do; handed in by tests. */
export interface Imaging {
  sizeOf(file: Blob): Promise<Size>
  redraw(file: Blob, size: Size): Promise<Blob>
}

const SENDABLE_IMAGES = ['image/jpeg', 'image/png']

/** @throws BadFile */
export async function sendable(
  file: File,
  imaging: Imaging,
): Promise<{ blob: Blob; fileName: string; contentType: string }> {
  if (file.size === 0) throw new BadFile('empty')
  const format = formatOf(file.name, file.type)
  if (!format) throw new BadFile('unknown_kind')
  if (format !== 'image') {
    if (file.size > MOST_BYTES) throw new BadFile('too_large')
    return { blob: file, fileName: file.name, contentType: file.type || 'application/octet-stream' }
  }
  if (file.size <= MOST_BYTES && SENDABLE_IMAGES.includes(file.type))
    return { blob: file, fileName: file.name, contentType: file.type }
  for (const size of scaledSizes(await imaging.sizeOf(file).catch(unreadable))) {
    const blob = await imaging.redraw(file, size).catch(unreadable)
    if (blob.size <= MOST_BYTES)
      return { blob, fileName: file.name.replace(/(\.[^.]*)?$/, '.jpg'), contentType: 'image/jpeg' }
  }
  throw new BadFile('too_large')
}

function unreadable(): never {
  throw new BadFile('unreadable')
}

/** @throws BadFile on pages that were not fetched securely: browsers do not hash there */
export async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const { subtle } = globalThis.crypto
  if ((subtle as SubtleCrypto | undefined) === undefined) throw new BadFile('insecure')
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
