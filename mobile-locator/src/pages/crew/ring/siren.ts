/** What is heard: told apart without looking. */
export type Tone = 'assignment' | 'changed' | 'cancelled' | 'message'

/** Pitch in hertz, begin and length in seconds. */
type Note = readonly [hertz: number, from: number, length: number]

interface Pattern {
  notes: readonly Note[]
  seconds: number
  vibrate: readonly number[]
}

const PATTERNS: Record<Tone, Pattern> = {
  assignment: {
    notes: [
      [960, 0, 0.35],
      [770, 0.35, 0.35],
      [960, 0.7, 0.35],
      [770, 1.05, 0.35],
    ],
    seconds: 1.8,
    vibrate: [600, 200, 600],
  },
  changed: {
    notes: [
      [880, 0, 0.18],
      [880, 0.28, 0.18],
      [1175, 0.56, 0.4],
    ],
    seconds: 2,
    vibrate: [200, 100, 200, 100, 400],
  },
  cancelled: {
    notes: [
      [660, 0, 0.5],
      [523, 0.55, 0.5],
      [392, 1.1, 0.7],
    ],
    seconds: 2.4,
    vibrate: [1000, 300, 1000],
  },
  message: {
    notes: [
      [1320, 0, 0.12],
      [1760, 0.14, 0.2],
    ],
    seconds: 1,
    vibrate: [120, 80, 120],
  },
}

type AudioContextClass = new () => AudioContext

/** Rings by synthesis: there is no file that could be missing. Silent until a tap has unlocked it. */
export class Siren {
  #context: AudioContext | undefined
  #repeat: number | undefined
  #tone: Tone | undefined
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get unlocked(): boolean {
    return this.#context?.state === 'running'
  }

  /** Must be called while a tap is being handled, before anything is awaited: browsers ask for that. */
  unlock(): void {
    const page = window as unknown as {
      AudioContext?: AudioContextClass
      webkitAudioContext?: AudioContextClass
    }
    const Context = page.AudioContext ?? page.webkitAudioContext
    if (!Context) return
    if (!this.#context) {
      this.#context = new Context()
      this.#context.onstatechange = this.#onChange
    }
    if (this.#context.state !== 'running') void this.#context.resume().then(this.#onChange, this.#onChange)
  }

  /** Rings with this tone until told otherwise; the same tone goes on undisturbed. */
  ring(tone: Tone | undefined): void {
    if (tone === this.#tone) return
    window.clearInterval(this.#repeat)
    this.#tone = tone
    if (!tone) {
      vibrate(0)
      return
    }
    this.once(tone)
    this.#repeat = window.setInterval(() => this.once(tone), PATTERNS[tone].seconds * 1000)
  }

  once(tone: Tone): void {
    vibrate([...PATTERNS[tone].vibrate])
    const context = this.#context
    if (!context || context.state !== 'running') return
    for (const note of PATTERNS[tone].notes) play(context, note)
  }
}

/** Browsers that know whether the page was touched refuse before, and complain. */
function vibrate(pattern: number | number[]): void {
  if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.(pattern)
}

function play(context: AudioContext, [hertz, from, length]: Note): void {
  const begin = context.currentTime + 0.02 + from
  const oscillator = context.createOscillator()
  const volume = context.createGain()
  // A square is heard best from a small loudspeaker beside an engine.
  oscillator.type = 'square'
  oscillator.frequency.value = hertz
  volume.gain.setValueAtTime(0, begin)
  volume.gain.linearRampToValueAtTime(0.6, begin + 0.015)
  volume.gain.setValueAtTime(0.6, begin + length - 0.03)
  volume.gain.linearRampToValueAtTime(0, begin + length)
  oscillator.connect(volume)
  volume.connect(context.destination)
  oscillator.start(begin)
  oscillator.stop(begin + length + 0.02)
}
