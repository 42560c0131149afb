import { type Fix, fixOf, worthSending } from './fix-policy'

export type LocationProblem = 'denied' | 'unavailable' | 'timeout' | 'insecure'

export interface SharingOptions {
  /** Absent on old phones and on pages that did not come over HTTPS. */
  geolocation: Geolocation | undefined
  nowMillis(): number
  /** A fix worth sending. */
  onFix(fix: Fix): void
  onProblem(problem: LocationProblem): void
}

export interface Sharing {
  readonly watching: boolean
  /** To be called after a tap only. */
  start(): void
  stop(): void
}

const FIRST_FIX_TIMEOUT_MILLIS = 8_000
const FIX_TIMEOUT_MILLIS = 20_000
const COARSE_MAX_AGE_MILLIS = 60_000

/** Watches the position of this phone and hands on what is worth sending. */
export function createSharing(options: SharingOptions): Sharing {
  const { geolocation } = options
  let watch: number | undefined
  let last: Fix | undefined

  function take(position: GeolocationPosition): void {
    const fix = fixOf(position, options.nowMillis())
    if (watch === undefined || !fix || !worthSending(last, fix)) return
    last = fix
    options.onFix(fix)
  }

  function fail(error: GeolocationPositionError): void {
    // A fix that is there is not made wrong by one that did not come.
    if (watch === undefined || (last && error.code !== error.PERMISSION_DENIED)) return
    if (error.code === error.PERMISSION_DENIED) stop()
    options.onProblem(problemOf(error))
  }

  function start(): void {
    if (!geolocation) return options.onProblem('insecure')
    stop()
    watch = geolocation.watchPosition(take, fail, {
      enableHighAccuracy: true,
      timeout: FIX_TIMEOUT_MILLIS,
      maximumAge: 0,
    })
    // Cell and Wi-Fi answer within a second, satellites need longer: the coarse one already sends the ambulance off.
    geolocation.getCurrentPosition(take, ignore, {
      enableHighAccuracy: false,
      timeout: FIRST_FIX_TIMEOUT_MILLIS,
      maximumAge: COARSE_MAX_AGE_MILLIS,
    })
  }

  function stop(): void {
    if (watch !== undefined) geolocation?.clearWatch(watch)
    watch = last = undefined
  }

  return {
    get watching() {
      return watch !== undefined
    },
    start,
    stop,
  }
}

/** The watch says the same. */
function ignore(): void {
  // Nothing is lost: see above.
}

function problemOf(error: GeolocationPositionError): LocationProblem {
  if (error.code === error.PERMISSION_DENIED) return 'denied'
  return error.code === error.TIMEOUT ? 'timeout' : 'unavailable'
}
