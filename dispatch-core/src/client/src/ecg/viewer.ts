import type { Content } from './content'
import { ControlBar } from './controls/control-bar'
import type { EcgOptions, EcgSource, EcgView } from './options'
import { PictureContent } from './picture/picture-content'
import { PictureSheet } from './picture/picture-sheet'
import { Pane, type Move } from './surface/pane'
import type { Paper } from './waveform/colours'
import { decode, type EcgWaveform } from './waveform/decode'
import { usualLayout, type EcgLayout } from './waveform/layout'
import { USUAL_SCALE, type Gain, type PaperScale, type Speed } from './waveform/paper-scale'
import { WaveformContent } from './waveform/waveform-content'
import { WaveformSheet, type PaperSettings } from './waveform/waveform-sheet'
import { ECG_WORDS_ZH, fill, type EcgWords } from './words'

const CSS_PIXELS_A_MM = 96 / 25.4
const ZOOM_STEP = 1.25

/** What a person did in one viewer, for others that follow it. */
export type Doing = { move: Move } | { settings: Partial<PaperSettings> } | { trueSize: true }

/** One ECG with its buttons, in an element of a page. */
export class Viewer implements EcgView {
  readonly ready: Promise<boolean>
  /** For a viewer beside it. */
  onDoing: ((doing: Doing) => void) | undefined

  private readonly element = document.createElement('section')
  private readonly status = document.createElement('p')
  private readonly pane = new Pane()
  private readonly words: EcgWords
  private content: Content | undefined
  private scale: PaperScale
  private pxPerMm: number
  private destroyed = false

  constructor(
    host: HTMLElement,
    source: EcgSource,
    private readonly options: EcgOptions,
  ) {
    const words = (this.words = options.words ?? ECG_WORDS_ZH)
    this.pxPerMm = options.pxPerMm ?? CSS_PIXELS_A_MM
    this.scale = {
      speed: options.speed ?? USUAL_SCALE.speed,
      gain: options.gain ?? USUAL_SCALE.gain,
    }
    const kinds = { waveform: words.waveform, image: words.picture, pdf: words.document }
    this.element.className = 'ecg'
    this.element.setAttribute('aria-label', options.label ?? kinds[source.kind])
    this.status.className = 'ecg-status'
    this.status.setAttribute('role', 'status')
    this.pane.element.setAttribute('role', 'application')
    this.pane.element.setAttribute('aria-label', kinds[source.kind])
    this.pane.element.setAttribute('aria-description', words.keys)
    this.pane.element.addEventListener('keydown', (event) => this.onKey(event))
    this.pane.onMove = (move) => this.onDoing?.({ move })
    this.pane.onDrawn = () => this.content?.onDrawn?.()
    this.element.append(this.status, this.pane.element)
    host.append(this.element)
    this.ready = this.open(source)
  }

  follow(doing: Doing): void {
    if ('move' in doing) this.pane.follow(doing.move)
    else if ('settings' in doing) this.content?.set?.(doing.settings)
    else this.zoomToTrueSize()
  }

  setLayout(layout: EcgLayout): void {
    this.content?.set?.({ layout })
  }

  setSpeed(speed: Speed): void {
    this.scale = { ...this.scale, speed }
    this.content?.set?.({ scale: this.scale })
  }

  setGain(gain: Gain): void {
    this.scale = { ...this.scale, gain }
    this.content?.set?.({ scale: this.scale })
  }

  setPaper(paper: Paper): void {
    this.content?.set?.({ paper })
  }

  setCalipers(on: boolean): void {
    this.content?.setCalipers?.(on)
  }

  showFrom(fromSeconds: number): void {
    this.content?.set?.({ fromSeconds })
  }

  setPxPerMm(pxPerMm: number): void {
    this.pxPerMm = pxPerMm
  }

  zoom(factor: number): void {
    this.pane.zoom(factor)
  }

  fit(): void {
    this.pane.move({ kind: 'fit' })
  }

  showTrueSize(): void {
    this.zoomToTrueSize()
    this.onDoing?.({ trueSize: true })
  }

  rotate(): void {
    this.content?.rotate?.()
  }

  destroy(): void {
    this.destroyed = true
    this.content?.destroy?.()
    this.pane.destroy()
    this.element.remove()
  }

  private zoomToTrueSize(): void {
    if (this.content) this.pane.zoomTo(this.content.trueScale(this.pxPerMm))
  }

  private async open(source: EcgSource): Promise<boolean> {
    try {
      // Waveforms are there at once: nothing between the call and the picture.
      const content =
        source.kind === 'waveform' ? this.openWaveform(source.waveform) : await this.load(source)
      if (this.destroyed) return false
      this.content = content
      this.element.prepend(...this.createControls(source, content))
      content.start()
      return true
    } catch (problem) {
      if (this.destroyed) return false
      this.say(this.words.unreadable)
      this.pane.element.hidden = true
      this.options.onProblem?.(problem)
      return false
    }
  }

  private openWaveform(waveform: EcgWaveform): Content {
    const recording = decode(waveform)
    const settings: PaperSettings = {
      layout: this.options.layout ?? usualLayout(recording, this.pane.isUpright()),
      scale: this.scale,
      paper: this.options.paper ?? 'light',
      fromSeconds: recording.startSeconds,
    }
    const sheet = new WaveformSheet(recording, settings, this.words, waveform.device ?? '')
    return new WaveformContent(this.pane, sheet, this.words, (changed) => {
      this.scale = changed.scale ?? this.scale
      this.onDoing?.({ settings: changed })
    })
  }

  private async load({ kind, blob }: Exclude<EcgSource, { kind: 'waveform' }>): Promise<Content> {
    this.say(this.words.loading)
    const sheet =
      kind === 'image' ? await PictureSheet.read(blob, this.words.picture) : await this.loadPdf(blob)
    if (this.destroyed) {
      sheet.destroy()
      throw new Error('Closed while loading')
    }
    return new PictureContent(this.pane, sheet, this.words)
  }

  private async loadPdf(blob: Blob) {
    const [{ openPdf }, { PdfSheet }] = await Promise.all([
      import('./picture/pdf-pages'),
      import('./picture/pdf-sheet'),
    ])
    const pages = await openPdf(blob)
    const { sizes, count } = pages
    this.say(sizes.length < count ? fill(this.words.firstPages, { shown: sizes.length, pages: count }) : '')
    return new PdfSheet(pages, this.words, () => this.pane.redraw())
  }

  private say(text: string): void {
    this.status.textContent = text
  }

  private createControls({ kind }: EcgSource, content: Content): HTMLElement[] {
    if (kind === 'image') this.say('')
    if (this.options.controls === false) return []
    const { words } = this
    const bar = new ControlBar(words.controls)
    bar.button(words.zoomOut, () => this.zoom(1 / ZOOM_STEP), '−')
    bar.button(words.zoomIn, () => this.zoom(ZOOM_STEP), '+')
    bar.button(words.fit, () => this.fit())
    bar.button(kind === 'image' ? words.fullSize : words.trueSize, () => this.showTrueSize())
    content.addControls(bar)
    return [bar.element]
  }

  private onKey(event: KeyboardEvent): void {
    if (event.target !== this.pane.element || event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (key === '1') this.showTrueSize()
    else if (!this.content?.onKey(key)) return
    event.preventDefault()
    event.stopPropagation()
  }
}
