import type { Bounds } from '../geometry'

/** What an installation says about its base map in `map.json`. */
export interface GroundSource {
  /** Drawn for a demo: not to be trusted. */
  illustrative: boolean
  /** Whom the license wants named. */
  attribution: string
  /** Paths of the tiles, with the version of the map in them. */
  tiles: string[]
  bounds: Bounds
  minzoom: number
  maxzoom: number
}

/** Asks for the description of the base map; nothing when there is no map, or it cannot be had. */
export async function readGroundSource(url: string): Promise<GroundSource | undefined> {
  try {
    const response = await fetch(url)
    return response.ok ? parseGroundSource(await response.json()) : undefined
  } catch {
    return undefined
  }
}

/** Nothing when it is no description of tiles. */
export function parseGroundSource(json: unknown): GroundSource | undefined {
  const { illustrative, attribution, tiles, bounds, minzoom, maxzoom } = (json ?? {}) as Record<
    string,
    unknown
  >
  if (!isListOf(tiles, 'string') || !isListOf(bounds, 'number') || bounds.length !== 4) return undefined
  return {
    illustrative: illustrative === true,
    attribution: typeof attribution === 'string' ? attribution.trim() : '',
    tiles: tiles as string[],
    bounds: bounds as unknown as Bounds,
    minzoom: typeof minzoom === 'number' ? minzoom : 0,
    maxzoom: typeof maxzoom === 'number' ? maxzoom : 14,
  }
}

function isListOf(list: unknown, type: 'string' | 'number'): list is unknown[] {
  return Array.isArray(list) && list.length > 0 && list.every((item) => typeof item === type)
}
