/** What the page remembers for the measurement. */
export interface Painted {
  /** By the number of the change, in milliseconds of the page's own clock. */
  arrived: Record<number, number>
  inDocument: Record<number, number>
  painted: Record<number, number>
  idle: number[]
  letter: number[]
}

declare global {
  interface Window {
    painted: Painted
  }
}

/**
 * In the page, before anything of it runs: notes when a frame with the mark of a change arrives at the socket, before
 * the page is told, and when what was drawn with that mark is on the screen, two animation frames after it is in the
 * document.
 */
export function watchPainting(): void {
  const MARK = /⟦(\d+)⟧/g
  const seen: Painted = (window.painted = { arrived: {}, inDocument: {}, painted: {}, idle: [], letter: [] })

  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', ({ data }) => {
        const now = performance.now()
        for (const [, number] of String(data).matchAll(MARK)) seen.arrived[Number(number)] ??= now
      })
    }
  }

  const afterTwoFrames = (then: () => void) => requestAnimationFrame(() => requestAnimationFrame(then))
  new MutationObserver((records) => {
    const text = records.map(({ target, addedNodes }) => {
      const added = [...addedNodes].map((node) => node.textContent ?? '').join()
      return target.nodeType === Node.TEXT_NODE ? (target.textContent ?? '') : added
    })
    const numbers = [...text.join().matchAll(MARK)].map(([, number]) => Number(number))
    const fresh = numbers.filter((number) => seen.painted[number] === undefined)
    for (const number of fresh) {
      seen.painted[number] = Infinity
      seen.inDocument[number] = performance.now()
    }
    if (fresh.length > 0) {
      afterTwoFrames(() => {
        for (const number of fresh) seen.painted[number] = performance.now()
      })
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/**
 * In the page: how long two animation frames take while nothing happens, and after one letter of the page has changed,
 * which is what this machine needs to draw any change at all.
 */
export async function measureIdle(count: number): Promise<void> {
  const letter = document.createElement('span')
  document.body.append(letter)
  for (let i = 0; i < 2 * count; i++) {
    // Not in step with the frames, as an event from outside would not be.
    await new Promise((next) => setTimeout(next, 150 + Math.random() * 17))
    const changes = i % 2 === 1
    const from = performance.now()
    if (changes) letter.textContent = String(i % 10)
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
    window.painted[changes ? 'letter' : 'idle'].push(performance.now() - from)
  }
  letter.remove()
}
