import {
  getDocument,
  PDFWorker,
  type PDFDocumentLoadingTask,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Size } from '../surface/viewport'
import { UnreadableEcg } from '../waveform/decode'

const MOST_BYTES = 64 * 1024 * 1024
/** An ECG has one page or a few; a report of a monitor's whole night is not for this viewer. */
const MOST_PAGES = 30
const MOST_IMAGE_PIXELS = 120_000_000
const LONGEST_MILLIS = 30_000
const MM_PER_POINT = 25.4 / 72

export interface PdfPages {
  /** In millimetres, upright. */
  readonly sizes: readonly Size[]
  /** Of the whole document, of which `sizes` may be the first only. */
  readonly count: number
  /** @param pixelsPerMm of the canvas that it gives */
  render(page: number, pixelsPerMm: number, quarters: number): Promise<HTMLCanvasElement>
  destroy(): void
}

/**
 * Opens a document in a worker. Runs nothing that is in it and fetches nothing for it: no scripts, no forms, no
 * WebAssembly, fonts of the system for those it lacks.
 *
 * @throws UnreadableEcg
 */
export async function openPdf(blob: Blob): Promise<PdfPages> {
  if (blob.size > MOST_BYTES) throw new UnreadableEcg(`A document of ${blob.size} bytes`)
  const thread = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  const worker = PDFWorker.create({ port: thread })
  const task = getDocument({
    data: new Uint8Array(await blob.arrayBuffer()),
    worker,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: true,
    maxImageSize: MOST_IMAGE_PIXELS,
    verbosity: 0,
  })
  const destroy = () => {
    // The worker is ended at once; nobody waits for what it still says.
    task.destroy().catch(() => undefined)
    worker.destroy()
    thread.terminate()
  }
  try {
    const { pages, count } = await Promise.race([readPages(task), failureOf(thread)])
    return { ...withRendering(pages), count, destroy }
  } catch (cause) {
    destroy()
    throw new UnreadableEcg('The document cannot be read', { cause })
  }
}

/** A worker that cannot start says so; one that a hostile document keeps busy is given up. */
function failureOf(thread: Worker): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The document takes too long')), LONGEST_MILLIS)
    thread.addEventListener('error', (event) =>
      reject(new Error(event.message || 'The worker did not start')),
    )
  })
}

async function readPages(task: PDFDocumentLoadingTask): Promise<{ pages: PDFPageProxy[]; count: number }> {
  const file = await task.promise
  const numbers = Array.from({ length: Math.min(file.numPages, MOST_PAGES) }, (_, index) => index + 1)
  const pages = await Promise.all(numbers.map((number) => file.getPage(number)))
  return { pages, count: file.numPages }
}

function withRendering(pages: readonly PDFPageProxy[]): Pick<PdfPages, 'sizes' | 'render'> {
  const sizes = pages.map((page) => {
    const { width, height } = page.getViewport({ scale: MM_PER_POINT })
    if (!(width > 0 && height > 0)) throw new Error(`A page of ${width} × ${height} mm`)
    return { width, height }
  })
  return {
    sizes,
    async render(number, pixelsPerMm, quarters) {
      const page = pages[number]
      if (!page) throw new Error(`No page ${number}`)
      const rotation = (page.rotate + quarters * 90) % 360
      const viewport = page.getViewport({ scale: MM_PER_POINT * pixelsPerMm, rotation })
      const canvas = document.createElement('canvas')
      canvas.width = Math.max(1, Math.round(viewport.width))
      canvas.height = Math.max(1, Math.round(viewport.height))
      await page.render({ canvas, viewport }).promise
      return canvas
    },
  }
}
