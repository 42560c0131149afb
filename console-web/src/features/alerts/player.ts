import type { Sound } from './sound-policy'

/** One note: when it begins and how long it lasts in seconds, its pitch, how loud from 0 to 1. */
interface Note {
  at: number
  length: number
  hertz: number
  gain: number
}

/**
 * Told apart by melody, not by loudness: tier 1 falls to and fro, a new incident rises, tier 2 is one low note. All lie
 * between 500 and 1,000 Hz, which tired and ageing ears hear well.
 */
const melodies: Record<Sound, Note[]> = {
  tier1: [0, 0.4, 0.8].flatMap((at) => [
    { at, length: 0.18, hertz: 960, gain: 0.34 },
    { at: at + 0.2, length: 0.18, hertz: 720, gain: 0.34 },
  ]),
  incident: [523, 659, 784].map((hertz, i) => ({ at: i * 0.16, length: 0.24, hertz, gain: 0.24 })),
  tier2: [{ at: 0, length: 0.5, hertz: 587, gain: 0.12 }],
}

const EDGE_SECONDS = 0.02

/** Plays our sounds, made on the spot: there is nothing to load that could be missing. */
export class Player {
  #context: AudioContext | undefined

  get unlocked(): boolean {
    return this.#context?.state === 'running'
  }

  /** A browser lets a page sound only after a gesture; to be called from one. */
  async unlock(): Promise<void> {
    this.#context ??= new AudioContext()
    await this.#context.resume()
  }

  play(sound: Sound): void {
    const context = this.#context
    if (!context || context.state !== 'running') return
    for (const note of melodies[sound]) {
      const start = context.currentTime + note.at
      const end = start + note.length
      const tone = context.createOscillator()
      const volume = context.createGain()
      tone.type = 'triangle'
      tone.frequency.value = note.hertz
      volume.gain.setValueAtTime(0, start)
      volume.gain.linearRampToValueAtTime(note.gain, start + EDGE_SECONDS)
      volume.gain.setValueAtTime(note.gain, end - EDGE_SECONDS * 2)
      volume.gain.linearRampToValueAtTime(0, end)
      tone.connect(volume).connect(context.destination)
      tone.start(start)
      tone.stop(end)
    }
  }
}
