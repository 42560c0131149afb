/**
 * The one thing the shared client uses that Chrome 80 and Safari 13 lack: without it every request of theirs would
 * fail as if there were no network. To be imported first.
 */
export function addMissing(signal: { timeout?: (millis: number) => AbortSignal }): void {
  signal.timeout ??= (millis) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), millis)
    return controller.signal
  }
}

addMissing(AbortSignal)
