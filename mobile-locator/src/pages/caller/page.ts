import { type RequestFailed, request } from '@dispatch120/client'
import { type Language, otherLanguage } from '../shared/language'
import type { Place } from '../shared/place'
import { LONGEST_MESSAGE, type OutgoingText, countOf } from './chat'
import { type Drafts, forgetDrafts, loadDrafts, saveDrafts } from './drafts'
import type { Fix } from './fix-policy'
import { Lane } from './lane'
import { type Link, type LinkState, followLink } from './link'
import { type Locator, type Presence, hasArrived, isOver } from './locator'
import { type LocationProblem, type Sharing, createSharing } from './sharing'

/** A position to be sent. */
export interface SentFix extends Fix {
  /** Pointed at on the map, not measured by the phone. */
  pin: boolean
  /** By the server's clock, as far as known; without it the server takes the time of arrival. */
  at?: string
}

interface LaneUse<T> {
  /** Must give the same for the same value: a key stands for one body. */
  bodyOf(value: T): unknown
  onAnswer?(value: T): void
  onRefused?(failed: RequestFailed, value: T): void
  newestOnly?: boolean
}

/** All that the page shows. */
export interface CallerState {
  language: Language
  link: LinkState
  fresh: boolean
  locator: Locator | undefined
  /** The newest position that the server has from this page. */
  received: SentFix | undefined
  problem: LocationProblem | undefined
  drafts: Drafts
}

/** What a person can do here. Everything that posts is called by a tap only. */
export class CallerPage {
  readonly state: CallerState
  readonly locations: Lane<SentFix, Locator>
  readonly presences: Lane<Presence, Locator>
  readonly messages: Lane<OutgoingText, Locator>
  readonly #token: string
  readonly #changed: () => void
  readonly #storage: Storage | undefined
  readonly #sharing: Sharing
  #link: Link | undefined

  constructor(token: string, language: Language, geolocation: Geolocation | undefined, changed: () => void) {
    this.#token = token
    this.#changed = changed
    this.#storage = sessionStorageOrNone()
    this.state = {
      language,
      link: 'opening',
      fresh: true,
      locator: undefined,
      received: undefined,
      problem: undefined,
      drafts: loadDrafts(this.#storage, token),
    }
    this.locations = this.#lane<SentFix>('locations', {
      bodyOf: ({ lng, lat, radiusMeters, at }) => ({ lng, lat, radiusMeters, at }),
      onAnswer: (fix) => (this.state.received = fix),
      onRefused: (failed, fix) => this.#sendWithoutTime(failed, fix),
    })
    this.presences = this.#lane('presence', { bodyOf: (callerWithPatient) => ({ callerWithPatient }) })
    this.messages = this.#lane('messages', { bodyOf: ({ text }) => ({ text }), newestOnly: false })
    this.#sharing = createSharing({
      geolocation,
      nowMillis: Date.now,
      onFix: (fix) => {
        this.state.problem = undefined
        this.#send({ ...fix, pin: false })
      },
      onProblem: (problem) => {
        this.state.problem = problem
        this.#changed()
      },
    })
  }

  get watching(): boolean {
    return this.#sharing.watching
  }

  get serverNowMillis(): number {
    return Date.now() + (this.#link?.serverOffsetMillis ?? 0)
  }

  open(follow: typeof followLink = followLink): void {
    this.#link = follow(this.#token, {
      onLocator: (locator) => {
        this.state.locator = locator
        if (hasArrived(locator)) this.#sharing.stop()
        this.#changed()
      },
      onApproach: (units) => {
        if (this.state.locator) this.state.locator = { ...this.state.locator, units }
        this.#changed()
      },
      onState: (link, fresh) => {
        Object.assign(this.state, { link, fresh })
        if (link === 'gone') this.#finish()
        if (fresh) this.hurry()
        this.#changed()
      },
    })
    for (const { key, text } of this.state.drafts.unsent) this.messages.push({ text, alreadyThere: 0 }, key)
  }

  /** The network may be back. */
  hurry(): void {
    for (const lane of [this.locations, this.presences, this.messages]) lane.hurry()
  }

  share(): void {
    if (this.state.link === 'gone' || isOver(this.state.locator)) return
    this.state.problem = undefined
    this.#sharing.start()
    this.#changed()
  }

  /** A pin is where the person says to be, so the phone's own idea no longer counts. */
  drop({ lng, lat }: Place): void {
    this.#sharing.stop()
    this.state.problem = undefined
    this.#send({ lng, lat, radiusMeters: PIN_RADIUS_METERS, atMillis: Date.now(), pin: true })
  }

  answer(presence: Presence): void {
    this.presences.push(presence)
  }

  /** False when there is nothing to send. */
  say(text: string): boolean {
    const trimmed = text.trim().slice(0, LONGEST_MESSAGE)
    if (trimmed === '') return false
    this.messages.push({ text: trimmed, alreadyThere: countOf(this.state.locator?.messages ?? [], trimmed) })
    return true
  }

  draft(drafts: Partial<Omit<Drafts, 'unsent'>>): void {
    Object.assign(this.state.drafts, drafts)
    saveDrafts(this.#storage, this.#token, this.state.drafts)
  }

  switchLanguage(): void {
    this.state.language = otherLanguage(this.state.language)
    this.#changed()
  }

  #lane<T>(name: string, { bodyOf, onAnswer, onRefused, newestOnly = true }: LaneUse<T>): Lane<T, Locator> {
    return new Lane<T, Locator>({
      newestOnly,
      send: async (value, idempotencyKey) => {
        const path = `/api/v1/locator/${this.#token}/${name}`
        const body = bodyOf(value)
        const options = { method: 'POST', body, idempotencyKey, timeoutMillis: TIMEOUT_MILLIS } as const
        return (await request<Locator>(path, options)).body
      },
      onAnswer: (locator, { value }) => {
        onAnswer?.(value)
        this.#link?.take(locator)
      },
      onChange: () => this.#keepUnsent(),
      onRefused: (failed, { value }) => {
        if (failed.status === 404) this.#link?.giveUp()
        else onRefused?.(failed, value)
      },
    })
  }

  #send(fix: SentFix): void {
    const at = new Date(fix.atMillis + (this.#link?.serverOffsetMillis ?? 0)).toISOString()
    this.locations.push({ ...fix, at })
  }

  /** A phone whose clock is a day wrong still tells where it is. */
  #sendWithoutTime(failed: RequestFailed, { at, ...fix }: SentFix): void {
    if (at !== undefined && failed.status === 400) this.locations.push(fix)
  }

  #keepUnsent(): void {
    const unsent = this.messages.parcels.map(({ key, value }) => ({ key, text: value.text }))
    if (unsent.length > 0 || this.state.drafts.unsent.length > 0) {
      this.state.drafts.unsent = unsent
      saveDrafts(this.#storage, this.#token, this.state.drafts)
    }
    this.#changed()
  }

  #finish(): void {
    this.#sharing.stop()
    for (const lane of [this.locations, this.presences, this.messages]) lane.close()
    forgetDrafts(this.#storage)
  }
}

/** As exact as a finger on a street map. */
const PIN_RADIUS_METERS = 30
/** A request on a bad network needs its time: trying again too early only adds to the load. */
const TIMEOUT_MILLIS = 20_000

/** A phone may forbid storage; reading the property already throws then. */
function sessionStorageOrNone(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
