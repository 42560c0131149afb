export type ScreenLockState = 'held' | 'free' | 'unsupported'

/** Keeps the screen on. The browser takes the lock away whenever the page is hidden, so it is asked for again. */
export class ScreenLock {
  #wanted = false
  #sentinel: WakeLockSentinel | undefined
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
    document.addEventListener('visibilitychange', () => void this.#take())
  }

  get state(): ScreenLockState {
    if (!('wakeLock' in navigator)) return 'unsupported'
    return this.#sentinel && !this.#sentinel.released ? 'held' : 'free'
  }

  want(wanted: boolean): void {
    this.#wanted = wanted
    if (wanted) void this.#take()
    else void this.#sentinel?.release()
  }

  async #take(): Promise<void> {
    if (!this.#wanted || this.state !== 'free' || document.visibilityState !== 'visible') return
    try {
      this.#sentinel = await navigator.wakeLock.request('screen')
      this.#sentinel.addEventListener('release', () => this.#onChange())
    } catch {
      // Refused, as with an empty battery: `state` says so, and the page shows it.
    }
    this.#onChange()
  }
}
