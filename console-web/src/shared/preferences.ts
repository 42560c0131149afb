/** What this browser remembers of its user's taste. Never anything of a patient. */
export function recall<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
  try {
    const stored = localStorage.getItem(`d120.${name}`)
    return allowed.find((value) => value === stored) ?? otherwise
  } catch {
    return otherwise // storage can be forbidden by policy
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`d120.${name}`, value)
  } catch {
    // The choice then holds until the page is closed.
  }
}
