import type { Sheet } from '../surface/sheet'
import type { Size, Viewport } from '../surface/viewport'
import { UnreadableEcg } from '../waveform/decode'
import { pictureSize } from './picture-size'

/** What can be unpacked without bringing a phone down; a scanned A4 page at 600 dpi has 35 megapixels. */
const MOST_PIXELS = 120_000_000
/** What is kept in memory: four bytes each. */
const KEPT_PIXELS = 24_000_000
const MOST_BYTES = 64 * 1024 * 1024

/** A photograph or scan; its unit is a pixel of the picture. */
export class PictureSheet implements Sheet {
  readonly perMillimetre = undefined
  readonly mostScale = 16
  private quarters = 0

  private constructor(
    private readonly bitmap: ImageBitmap,
    private readonly upright: Size,
    private readonly description: string,
  ) {}

  /**
   * Unpacks PNG and JPEG, and nothing else whatever the type of the blob says.
   *
   * @throws UnreadableEcg
   */
  static async read(blob: Blob, description: string): Promise<PictureSheet> {
    if (blob.size > MOST_BYTES) throw new UnreadableEcg(`A picture of ${blob.size} bytes`)
    const said = pictureSize(new Uint8Array(await blob.arrayBuffer()))
    if (!said) throw new UnreadableEcg('Neither PNG nor JPEG')
    const pixels = said.width * said.height
    if (pixels === 0 || pixels > MOST_PIXELS)
      throw new UnreadableEcg(`A picture of ${said.width} × ${said.height} pixels`)
    const shrink = Math.min(1, Math.sqrt(KEPT_PIXELS / pixels))
    const bitmap = await unpack(blob, shrink < 1 ? Math.floor(said.width * shrink) : undefined)
    // The camera's own rotation may have exchanged width and height.
    const grow = Math.max(1, Math.sqrt(pixels / (bitmap.width * bitmap.height)))
    return new PictureSheet(bitmap, { width: bitmap.width * grow, height: bitmap.height * grow }, description)
  }

  get size(): Size {
    const { width, height } = this.upright
    return this.quarters % 2 === 0 ? { width, height } : { width: height, height: width }
  }

  get first(): Size {
    return this.size
  }

  /** By a quarter, clockwise. */
  rotate(): void {
    this.quarters = (this.quarters + 1) % 4
  }

  draw(context: CanvasRenderingContext2D, view: Viewport): void {
    const { width, height } = this.upright
    context.save()
    context.imageSmoothingEnabled = view.scale < 4
    context.imageSmoothingQuality = 'high'
    context.scale(view.scale, view.scale)
    context.translate(this.size.width / 2 - view.x, this.size.height / 2 - view.y)
    context.rotate((this.quarters * Math.PI) / 2)
    context.drawImage(this.bitmap, -width / 2, -height / 2, width, height)
    context.restore()
  }

  describe(): string {
    return this.description
  }

  destroy(): void {
    this.bitmap.close()
  }
}

async function unpack(blob: Blob, resizeWidth: number | undefined): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(
      blob,
      resizeWidth === undefined ? {} : { resizeWidth, resizeQuality: 'high' },
    )
  } catch (cause) {
    throw new UnreadableEcg('The picture is damaged', { cause })
  }
}
