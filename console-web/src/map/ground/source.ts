/** What an installation says about its base map in the head of `roads.geojson`. */
export interface GroundSource {
  /** Drawn for a demo: not to be trusted. */
  illustrative: boolean
  /** Whom the license wants named. */
  attribution: string
}

/** Members before the features; a map can have tens of megabytes of those. */
const HEAD_BYTES = 4096

/** Reads the head of a file and leaves the rest; nothing when there is no such file. */
export async function readGroundSource(url: string): Promise<GroundSource | undefined> {
  const response = await fetch(url)
  const reader = response.ok ? response.body?.getReader() : undefined
  if (!reader) return undefined
  const decoder = new TextDecoder()
  let head = ''
  while (head.length < HEAD_BYTES) {
    const { done, value } = await reader.read()
    if (done) break
    head += decoder.decode(value, { stream: true })
  }
  void reader.cancel()
  return parseGroundSource(head)
}

/** Members of the collection itself: what stands before its features. */
export function parseGroundSource(head: string): GroundSource {
  const before = head.split(/"features"\s*:/, 1)[0] ?? ''
  const quoted = /"attribution"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(before)?.[1]
  return {
    illustrative: /"illustrative"\s*:\s*true/.test(before),
    attribution: quoted ? (JSON.parse(quoted) as string).trim() : '',
  }
}
