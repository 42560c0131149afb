import { RequestFailed, request } from '@dispatch120/client'
import { type Language, otherLanguage } from '../shared/language'
import { type Place, readPlace } from '../shared/place'
import { type Aed, byUse } from './aed-state'

export type Trouble = 'denied' | 'unavailable' | 'insecure' | 'failed' | 'busy' | 'badCoordinates'

export interface AedPageState {
  language: Language
  phase: 'asking' | 'finding' | 'searching' | 'found'
  trouble: Trouble | undefined
  /** Where is searched from. */
  near: (Place & { radiusMeters: number }) | undefined
  aeds: Aed[]
}

const MOST_SHOWN = 20
/** More than are shown, because the nearest may be closed now. */
const MOST_ASKED = 50

/** The search for defibrillators around a place. */
export class AedPage {
  readonly state: AedPageState
  readonly #geolocation: Geolocation | undefined
  readonly #changed: () => void
  /** Of two searches the later one counts, whichever is answered first. */
  #search = 0

  constructor(language: Language, geolocation: Geolocation | undefined, changed: () => void) {
    this.#geolocation = geolocation
    this.#changed = changed
    this.state = { language, phase: 'asking', trouble: undefined, near: undefined, aeds: [] }
  }

  find(): void {
    if (!this.#geolocation) return this.#set({ trouble: 'insecure' })
    const search = ++this.#search
    this.#set({ phase: 'finding', trouble: undefined })
    this.#geolocation.getCurrentPosition(
      ({ coords }) => {
        if (search !== this.#search) return
        void this.search({ lng: coords.longitude, lat: coords.latitude, radiusMeters: coords.accuracy })
      },
      (error) => {
        if (search !== this.#search) return
        this.#set({
          phase: 'asking',
          trouble: error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable',
        })
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  }

  searchAt(coordinates: string): void {
    const place = readPlace(coordinates)
    if (place) void this.search(place)
    else this.#set({ trouble: 'badCoordinates' })
  }

  async search(place: Place & { radiusMeters?: number }): Promise<void> {
    const search = ++this.#search
    const near = { lng: place.lng, lat: place.lat, radiusMeters: place.radiusMeters ?? 0 }
    this.#set({ phase: 'searching', trouble: undefined, near })
    try {
      const path = `/api/v1/public/aeds?near=${near.lng.toFixed(6)},${near.lat.toFixed(6)}&limit=${MOST_ASKED}`
      const { body } = await request<{ items: Aed[] }>(path, { timeoutMillis: 20_000 })
      if (search === this.#search) this.#set({ phase: 'found', aeds: byUse(body.items).slice(0, MOST_SHOWN) })
    } catch (error) {
      const busy = error instanceof RequestFailed && error.status === 429
      if (search === this.#search) this.#set({ phase: 'asking', trouble: busy ? 'busy' : 'failed' })
    }
  }

  /** The same search again, after the network failed it. */
  again(): void {
    if (this.state.near) void this.search(this.state.near)
    else this.find()
  }

  elsewhere(): void {
    this.#search++
    this.#set({ phase: 'asking', trouble: undefined, near: undefined, aeds: [] })
  }

  switchLanguage(): void {
    this.#set({ language: otherLanguage(this.state.language) })
  }

  #set(state: Partial<AedPageState>): void {
    Object.assign(this.state, state)
    this.#changed()
  }
}
