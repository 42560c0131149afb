import type { Pane } from '../surface/pane'
import type { PaperScale } from '../waveform/paper-scale'
import type { EcgWords } from '../words'
import { measure, timeText, voltageText, type Calipers } from './measure'

type LineName = keyof Calipers

const LINES: readonly LineName[] = ['time1', 'time2', 'voltage1', 'voltage2']
const PARTNER: Readonly<Record<LineName, LineName>> = {
  time1: 'time2',
  time2: 'time1',
  voltage1: 'voltage2',
  voltage2: 'voltage1',
}
/** 4 ms and 0.01 mV on usual paper. */
const FINE_MM = 0.1
const COARSE_MM = 1
/** Where they stand at first, as shares of the pane. */
const AT_FIRST: Calipers = { time1: 0.4, time2: 0.6, voltage1: 0.55, voltage2: 0.4 }

/**
 * Lines over a pane that measure between them. They stay where they are on the paper while it moves. Each is a slider:
 * mouse, touch, and arrow keys (with Shift in whole millimetres); dragged with Shift, its partner comes along.
 */
export class CaliperLayer {
  private readonly element = document.createElement('div')
  private readonly readout = document.createElement('output')
  private readonly lines = new Map<LineName, HTMLElement>()
  private readonly at: Calipers

  constructor(
    private readonly pane: Pane,
    private readonly scale: PaperScale,
    private readonly words: EcgWords,
  ) {
    this.element.className = 'ecg-calipers'
    this.readout.className = 'ecg-readout'
    this.readout.setAttribute('aria-live', 'off')
    const { view, paneSize } = pane
    const across = (share: number) => view.x + (share * paneSize.width) / view.scale
    const along = (share: number) => view.y + (share * paneSize.height) / view.scale
    this.at = {
      time1: across(AT_FIRST.time1),
      time2: across(AT_FIRST.time2),
      voltage1: along(AT_FIRST.voltage1),
      voltage2: along(AT_FIRST.voltage2),
    }
    for (const name of LINES) this.element.append(this.createLine(name))
    this.element.append(this.readout)
    pane.element.append(this.element)
    this.place()
  }

  /** Brings the lines to where the paper is now. */
  place(): void {
    const { view, paneSize, sheetSize } = this.pane
    const found = measure(this.at, this.scale)
    const time = timeText(found, this.words.perMinute)
    const voltage = voltageText(found)
    for (const [name, line] of this.lines) {
      const upright = isTime(name)
      const pixels = (this.at[name] - (upright ? view.x : view.y)) * view.scale
      line.hidden = pixels < 0 || pixels > (upright ? paneSize.width : paneSize.height)
      line.style.transform = upright ? `translateX(${pixels}px)` : `translateY(${pixels}px)`
      const most = upright ? sheetSize.width : sheetSize.height
      line.setAttribute('aria-valuemin', '0')
      line.setAttribute('aria-valuemax', most.toFixed(1))
      line.setAttribute('aria-valuenow', this.at[name].toFixed(1))
      line.setAttribute('aria-valuetext', upright ? time : voltage)
    }
    const texts = [time, voltage].map((text) => {
      const part = document.createElement('span')
      part.textContent = text
      return part
    })
    this.readout.replaceChildren(...texts)
  }

  destroy(): void {
    this.element.remove()
  }

  private createLine(name: LineName): HTMLElement {
    const line = document.createElement('div')
    line.className = `ecg-line ecg-line-${isTime(name) ? 'time' : 'voltage'} ecg-line-${name.slice(-1)}`
    line.tabIndex = 0
    line.setAttribute('role', 'slider')
    line.setAttribute('aria-orientation', isTime(name) ? 'horizontal' : 'vertical')
    line.setAttribute('aria-label', this.nameOf(name))
    let before = 0
    line.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return
      event.stopPropagation()
      line.setPointerCapture(event.pointerId)
      before = isTime(name) ? event.clientX : event.clientY
    })
    line.addEventListener('pointermove', (event) => {
      if (!line.hasPointerCapture(event.pointerId)) return
      const now = isTime(name) ? event.clientX : event.clientY
      this.shift(name, (now - before) / this.pane.view.scale, event.shiftKey)
      before = now
    })
    line.addEventListener('keydown', (event) => this.onKey(name, event))
    this.lines.set(name, line)
    return line
  }

  private onKey(name: LineName, event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const directions = isTime(name) ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    const direction = directions.indexOf(event.key)
    if (direction < 0) return
    event.preventDefault()
    event.stopPropagation()
    this.shift(name, (direction === 0 ? -1 : 1) * (event.shiftKey ? COARSE_MM : FINE_MM), false)
  }

  private shift(name: LineName, mm: number, both: boolean): void {
    const { width, height } = this.pane.sheetSize
    const most = isTime(name) ? width : height
    const inside = (at: number) => Math.min(most, Math.max(0, at))
    this.at[name] = inside(this.at[name] + mm)
    if (both) this.at[PARTNER[name]] = inside(this.at[PARTNER[name]] + mm)
    this.place()
  }

  private nameOf(name: LineName): string {
    const { caliperTime1, caliperTime2, caliperVoltage1, caliperVoltage2 } = this.words
    const names = {
      time1: caliperTime1,
      time2: caliperTime2,
      voltage1: caliperVoltage1,
      voltage2: caliperVoltage2,
    }
    return names[name]
  }
}

function isTime(name: LineName): boolean {
  return name === 'time1' || name === 'time2'
}
