import { describe, expect, it } from 'vitest'
import { pictureSize } from './picture-size'

const PNG = [
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0, 0, 0, 3, 0,
]
const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc2, 0, 11, 8, 0x07, 0xd0, 0x0b, 0xb8, 3, 0, 0]

describe('pictureSize', () => {
  it('reads PNG and JPEG', () => {
    expect(pictureSize(Uint8Array.from(PNG))).toEqual({ width: 1024, height: 768 })
    expect(pictureSize(Uint8Array.from(JPEG))).toEqual({ width: 3000, height: 2000 })
  })

  it('takes nothing that is cut off, of another kind, or empty', () => {
    for (const whole of [PNG, JPEG.slice(0, 18)])
      for (let length = 0; length < whole.length; length++)
        expect(pictureSize(Uint8Array.from(whole.slice(0, length)))).toBeUndefined()
    expect(pictureSize(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined()
    expect(pictureSize(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeUndefined()
  })
})
