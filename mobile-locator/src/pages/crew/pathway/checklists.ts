import { RequestFailed, request } from '@dispatch120/client'
import type { Checklist } from '../contract'
import type { Store } from '../device/store'

const KEY = 'checklist:'
/** Contra-indications to thrombolysis. */
export const THROMBOLYSIS = 'thrombolysis'

/** A checklist, and whether the server has just said that it is the one in force. */
export interface FoundChecklist {
  checklist: Checklist
  fresh: boolean
}

/** What crews are to ask, kept on the device: questions only, nothing of any patient. */
export class Checklists {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /**
   * The one in force; without a network the one this device saw last.
   *
   * @param connected false does not wait for a network that is known to be away
   */
  async find(name: string, connected = true): Promise<FoundChecklist | undefined> {
    const known = connected ? undefined : await this.#kept(name)
    if (known) return known
    try {
      const { body } = await request<Checklist | undefined>(
        `/api/v1/crew/checklists/${encodeURIComponent(name)}`,
        { timeoutMillis: 5_000 },
      )
      await this.#keep(name, body)
      return body && { checklist: body, fresh: true }
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      return this.#kept(name)
    }
  }

  async #kept(name: string): Promise<FoundChecklist | undefined> {
    const checklist = await this.#store.get<Checklist>(KEY + name).catch(() => undefined)
    return checklist && { checklist, fresh: false }
  }

  /** A device that can not store asks again the next time. */
  async #keep(name: string, checklist: Checklist | undefined): Promise<void> {
    const done = checklist ? this.#store.set(KEY + name, checklist) : this.#store.delete(KEY + name)
    await done.catch(() => undefined)
  }
}
