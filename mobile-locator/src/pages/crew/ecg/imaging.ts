import { el } from '../../shared/dom'
import type { Imaging, Size } from './file'

const JPEG_QUALITY = 0.9

/** Pictures by the browser itself. */
export const browserImaging: Imaging = {
  sizeOf: async (file) => {
    const picture = await load(file)
    return { width: picture.naturalWidth, height: picture.naturalHeight }
  },
  redraw: async (file, size) => draw(await load(file), size),
}

async function load(file: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file)
  try {
    const picture = new Image()
    picture.src = address
    await picture.decode()
    return picture
  } finally {
    // Decoded by then; a phone has no room for what is not let go.
    URL.revokeObjectURL(address)
  }
}

function draw(picture: HTMLImageElement, { width, height }: Size): Promise<Blob> {
  const canvas = el('canvas', { width: String(width), height: String(height) })
  const context = canvas.getContext('2d')
  context?.drawImage(picture, 0, 0, width, height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob && context ? resolve(blob) : reject(new Error('can not be drawn'))),
      'image/jpeg',
      JPEG_QUALITY,
    )
  })
}

export function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    // Not blob.arrayBuffer(): Safari 13 does not have it.
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as ArrayBuffer)
    reader.onerror = () => reject(reader.error ?? new Error('not readable'))
    reader.readAsArrayBuffer(blob)
  })
}
