// Builds the demo's map, an OpenStreetMap file, from the hand-drawn sources beside this file. Run without dependencies:
//   node app/src/demo/basemap/build.mjs          writes app/src/main/resources/demo/west-bank.osm.gz
//   node app/src/demo/basemap/build.mjs --check  fails when that file is not what the sources give
// The same sources give the same text.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { band, roughen, smooth, toGrid } from './geometry.mjs'
import { splitMotorways } from './carriageways.mjs'
import { districtPolygons } from './districts.mjs'
import { addBorders, addGreen, addPlaces, addRoads, addWater } from './elements.mjs'
import { buildNetwork, components } from './network.mjs'
import { OsmFile } from './osm.mjs'
import { fillStreets } from './streets.mjs'
import { restrictTurns } from './turns.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const target = join(here, '../../main/resources/demo/west-bank.osm.gz')
const read = (file) => JSON.parse(readFileSync(join(here, file), 'utf8'))

const smoothRing = (ring, toleranceMeters = 4) => smooth(ring.map(toGrid), { closed: true, toleranceMeters })

const LANES = { seed: 731, sway: 0.3, longestMeters: 20000 }

const waterSource = read('water.json')
const waters = [
  ...waterSource.areas.map((area) => ({
    ...area,
    polygon: [smoothRing(area.ring), ...(area.islands ?? []).map((island) => smoothRing(island.ring))],
  })),
  ...waterSource.streams.map((stream) => ({
    ...stream,
    polygon: [band(smooth(stream.line.map(toGrid)), stream.widthMeters)],
  })),
]

const mains = buildNetwork(read('roads.json').roads, waters)
const groups = components(mains)
if (groups.length > 1)
  console.error(
    'apart:',
    groups.slice(1).map((g) => g.map((r) => r.name).join(' ')),
  )

const greens = read('green.json').areas.map((area) => ({
  ...area,
  polygon: [smoothRing(area.hill ? roughen(area.ring) : area.ring)],
}))
const zoneSource = read('zones.json')
const onGrid = (zone) => ({ ...zone, ring: zone.ring.map(toGrid) })
const local = (kind, kmh) => (street) => ({ ...street, class: kind, name: '', en: '', kmh })
const streets = fillStreets(mains, waters, greens, zoneSource.zones.map(onGrid)).map(local('street', 30))
const lanes = fillStreets(
  [...mains, ...streets],
  waters,
  greens,
  [onGrid(zoneSource.countryside)],
  LANES,
).map(local('lane', 40))

const { turns } = read('turns.json')
const { roads, restrictions } = restrictTurns([...splitMotorways(mains), ...streets, ...lanes], turns)

const file = new OsmFile()
addRoads(file, roads, restrictions)
addWater(file, waters)
addGreen(file, greens)
addBorders(file, districtPolygons(read('districts.json')))
addPlaces(file, read('places.json').places)
const text = file.toString()

// Compared unpacked: another version of zlib packs the same text into other bytes.
const known = existsSync(target) && gunzipSync(readFileSync(target)).toString('utf8')
if (process.argv.includes('--check')) {
  if (known !== text) {
    console.error(`${target} is not what the sources give: run node app/src/demo/basemap/build.mjs`)
    process.exitCode = 1
  }
} else if (known !== text) {
  mkdirSync(dirname(target), { recursive: true })
  // Node's gzip writes no time, so the same text packed by the same zlib is the same file.
  writeFileSync(target, gzipSync(text, { level: 9 }))
}
