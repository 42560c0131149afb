import type { Place } from '../place'
import { type Layers, layersOf } from './layers'
import { readTile } from './tile'
import type { Plane, View } from './view'

/** What the installation says about its map in `map.json`. */
export interface GroundSource {
  tiles: string[]
  bounds: [west: number, south: number, east: number, north: number]
  minzoom: number
  maxzoom: number
}

/** Tiles kept: some screens of them. */
const MOST_TILES = 60
/** Beyond this a view asks for tiles of a smaller zoom. */
const MOST_TILES_IN_VIEW = 12
/** Metres of a pixel at zoom 0 at the equator, in tiles of 512 pixels. */
const WIDEST = 78_271.517

type TileAddress = [zoom: number, x: number, y: number]

/** The ground of the schematic map: tiles of the installation, fetched as they come into view. */
export class Ground {
  readonly #source: GroundSource
  readonly #plane: Plane
  readonly #get: (path: string) => Promise<Uint8Array>
  readonly #onTile: () => void
  /** In the order of use. A tile that could not be had is not kept, so it is asked for again. */
  readonly #tiles = new Map<string, Layers | 'asked'>()
  #shown: string[] = []
  #wanted: string[] = []
  #drawn: Layers | undefined

  constructor(
    source: GroundSource,
    plane: Plane,
    get: (path: string) => Promise<Uint8Array>,
    onTile: () => void,
  ) {
    this.#source = source
    this.#plane = plane
    this.#get = get
    this.#onTile = onTile
  }

  /** Everything known of the view. */
  layers(): Layers {
    this.#drawn ??= this.#gather()
    return this.#drawn
  }

  #gather(): Layers {
    const all: Layers = { water: [], green: [], roads: [], places: [] }
    for (const key of this.#shown) {
      const tile = this.#tiles.get(key)
      if (!tile || tile === 'asked') continue
      all.water.push(...tile.water)
      all.green.push(...tile.green)
      all.roads.push(...tile.roads)
      all.places.push(...tile.places)
    }
    return all
  }

  /** Whether any tile was had, be it an empty one. */
  get hasTiles(): boolean {
    return [...this.#tiles.values()].some((tile) => tile !== 'asked')
  }

  /** Asks for what the view needs; resolves when all of it is there or cannot be had. */
  async show(view: View): Promise<void> {
    const wanted = tilesOf(view, this.#plane, this.#source)
    const keys = wanted.map((address) => address.join('/'))
    // Another zoom takes the place of this one when it is whole: the map does not go blank meanwhile.
    const sameZoom = keys[0]?.split('/')[0] === this.#shown[0]?.split('/')[0]
    if (sameZoom || this.#shown.length === 0) this.#become(keys)
    this.#wanted = keys
    await Promise.all(wanted.map((address) => this.#have(address)))
    if (this.#wanted === keys) this.#become(keys)
  }

  #become(keys: string[]): void {
    this.#shown = keys
    this.#drawn = undefined
    this.#onTile()
  }

  async #have(address: TileAddress): Promise<void> {
    const key = address.join('/')
    const known = this.#tiles.get(key)
    if (known) {
      this.#tiles.delete(key)
      this.#tiles.set(key, known)
      return
    }
    this.#tiles.set(key, 'asked')
    try {
      const path = this.#source.tiles[0] ?? ''
      const [zoom, x, y] = address
      const bytes = await this.#get(
        path.replace('{z}', String(zoom)).replace('{x}', String(x)).replace('{y}', String(y)),
      )
      this.#tiles.set(key, this.#read(bytes, address))
      this.#forget()
      this.#drawn = undefined
      this.#onTile()
    } catch {
      this.#tiles.delete(key)
    }
  }

  #read(bytes: Uint8Array, [zoom, column, row]: TileAddress): Layers {
    const side = 2 ** zoom
    return layersOf(readTile(bytes), (x, y, extent) =>
      this.#plane.toPoint(placeAt((column + x / extent) / side, (row + y / extent) / side)),
    )
  }

  #forget(): void {
    for (const key of this.#tiles.keys()) {
      if (this.#tiles.size <= MOST_TILES) return
      if (!this.#shown.includes(key) && !this.#wanted.includes(key)) this.#tiles.delete(key)
    }
  }
}

/** The tiles a view lies on, of the zoom that fits its scale. */
export function tilesOf(view: View, plane: Plane, source: GroundSource): TileAddress[] {
  const { lat } = plane.toPlace(view.middle)
  const fitting = Math.round(Math.log2((WIDEST * Math.cos((lat * Math.PI) / 180)) / view.metersPerPixel))
  let zoom = Math.min(source.maxzoom, Math.max(source.minzoom, fitting))
  let tiles = tilesAt(zoom, view, plane, source)
  while (tiles.length > MOST_TILES_IN_VIEW && zoom > source.minzoom) {
    zoom--
    tiles = tilesAt(zoom, view, plane, source)
  }
  return tiles
}

function tilesAt(zoom: number, view: View, plane: Plane, source: GroundSource): TileAddress[] {
  const [halfWidth, halfHeight] = [view.width / 2, view.height / 2].map((half) => half * view.metersPerPixel)
  const { x, y } = view.middle
  const corner = (dx = 0, dy = 0) => plane.toPlace({ x: x + dx, y: y + dy })
  const [west, south, east, north] = source.bounds
  const northWest = corner(-(halfWidth ?? 0), -(halfHeight ?? 0))
  const southEast = corner(halfWidth, halfHeight)
  const [left, top] = tileAt(
    { lng: Math.max(west, northWest.lng), lat: Math.min(north, northWest.lat) },
    zoom,
  )
  const [right, bottom] = tileAt(
    { lng: Math.min(east, southEast.lng), lat: Math.max(south, southEast.lat) },
    zoom,
  )
  const tiles: TileAddress[] = []
  for (let column = left; column <= right; column++)
    for (let row = top; row <= bottom; row++) tiles.push([zoom, column, row])
  return tiles
}

/** Web Mercator (https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames). */
function tileAt({ lng, lat }: Place, zoom: number): [x: number, y: number] {
  const radians = (lat * Math.PI) / 180
  const x = lng / 360 + 0.5
  const y = 0.5 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / (2 * Math.PI)
  return [Math.floor(x * 2 ** zoom), Math.floor(y * 2 ** zoom)]
}

function placeAt(x: number, y: number): Place {
  return {
    lng: (x - 0.5) * 360,
    lat: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
  }
}
