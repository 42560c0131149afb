import { type Fix, fixOf } from './fix'

export type ReceiverState = 'off' | 'waiting' | 'fixed' | 'denied' | 'unavailable'

const SILENT_MILLIS = 20_000
const OLD_MILLIS = 60_000

/** The device's positioning: watched, and asked by itself when a parked device says nothing. */
export class Receiver {
  state: ReceiverState = 'off'
  last: Fix | undefined
  #watch: number | undefined
  #ask: number | undefined
  readonly #onFix: (fix: Fix) => void
  readonly #onChange: () => void

  constructor(onFix: (fix: Fix) => void, onChange: () => void) {
    this.#onFix = onFix
    this.#onChange = onChange
  }

  start(): void {
    if (this.#watch !== undefined) return
    if (!('geolocation' in navigator)) return this.#become('unavailable')
    this.#become('waiting')
    const options = { enableHighAccuracy: true, maximumAge: 0, timeout: 30_000 }
    const take = (measured: GeolocationPosition) => this.#take(fixOf(measured, Date.now()))
    const fail = (error: GeolocationPositionError) => this.#fail(error)
    this.#watch = navigator.geolocation.watchPosition(take, fail, options)
    this.#ask = window.setInterval(() => {
      const silent = !this.last || Date.now() - this.last.atMillis >= SILENT_MILLIS
      if (silent) navigator.geolocation.getCurrentPosition(take, fail, options)
    }, SILENT_MILLIS)
  }

  stop(): void {
    if (this.#watch !== undefined) navigator.geolocation.clearWatch(this.#watch)
    window.clearInterval(this.#ask)
    this.#watch = undefined
    this.#become('off')
  }

  #take(fix: Fix): void {
    this.last = fix
    this.#become('fixed')
    this.#onFix(fix)
  }

  /** A parked device may say nothing for long: a time-out counts when the last fix is old. */
  #fail(error: GeolocationPositionError): void {
    if (error.code === error.PERMISSION_DENIED) this.#become('denied')
    else if (error.code === error.POSITION_UNAVAILABLE) this.#become('unavailable')
    else if (!this.last || Date.now() - this.last.atMillis > OLD_MILLIS) this.#become('waiting')
  }

  #become(state: ReceiverState): void {
    if (state === this.state) return
    this.state = state
    this.#onChange()
  }
}
