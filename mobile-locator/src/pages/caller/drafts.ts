/** What was typed and not sent yet: kept for this tab only, so that a reloaded page loses nothing. */
export interface Drafts {
  message: string
  address: string
  unsent: { key: string; text: string }[]
}

const NAME = 'dispatch120-drafts'

export function loadDrafts(storage: Storage | undefined, token: string): Drafts {
  const none: Drafts = { message: '', address: '', unsent: [] }
  try {
    const stored = JSON.parse(storage?.getItem(NAME) ?? 'null') as (Drafts & { token: string }) | null
    return stored?.token === token ? { ...none, ...stored } : none
  } catch {
    return none
  }
}

export function saveDrafts(storage: Storage | undefined, token: string, drafts: Drafts): void {
  try {
    storage?.setItem(NAME, JSON.stringify({ ...drafts, token }))
  } catch {
    // Full or forbidden: the page works without.
  }
}

export function forgetDrafts(storage: Storage | undefined): void {
  try {
    storage?.removeItem(NAME)
  } catch {
    // There was none then.
  }
}
