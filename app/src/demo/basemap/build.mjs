// Builds the demo's base map from the hand-drawn sources beside this file. Run without dependencies:
//   node app/src/demo/basemap/build.mjs
// The same sources give the same files, to the byte.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { band, roughen, smooth, toGrid, toLngLat } from "./geometry.mjs";
import { districtPolygons } from "./districts.mjs";
import { buildNetwork, components } from "./network.mjs";
import { fillStreets } from "./streets.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../../main/resources/demo/basemap");
const read = (file) => JSON.parse(readFileSync(join(here, file), "utf8"));

const smoothRing = (ring, toleranceMeters = 4) => smooth(ring.map(toGrid), { closed: true, toleranceMeters });

const LANES = { seed: 731, sway: 0.3, longestMeters: 20000 };

const waterSource = read("water.json");
const waters = [
  ...waterSource.areas.map((area) => ({
    ...area,
    polygon: [smoothRing(area.ring), ...(area.islands ?? []).map((island) => smoothRing(island.ring))],
  })),
  ...waterSource.streams.map((stream) => ({ ...stream, polygon: [band(smooth(stream.line.map(toGrid)), stream.widthMeters)] })),
];

const mains = buildNetwork(read("roads.json").roads, waters);
const groups = components(mains);
if (groups.length > 1) console.error("apart:", groups.slice(1).map((g) => g.map((r) => r.name).join(" ")));

const greens = read("green.json").areas.map((area) => ({ ...area, polygon: [smoothRing(area.hill ? roughen(area.ring) : area.ring)] }));
const zoneSource = read("zones.json");
const onGrid = (zone) => ({ ...zone, ring: zone.ring.map(toGrid) });
const local = (kmh) => (street) => ({ ...street, class: "local", name: "", en: "", kmh });
const streets = fillStreets(mains, waters, greens, zoneSource.zones.map(onGrid)).map(local(30));
const lanes = fillStreets([...mains, ...streets], waters, greens, [onGrid(zoneSource.countryside)], LANES).map(local(40));

write("roads.geojson", [...numbered(mains, "road"), ...numbered([...streets, ...lanes], "street")].map(roadFeature));
write("green.geojson", greens.map((green, i) => polygonFeature(`green-${i + 1}`, green)));
write("districts.geojson", districtPolygons(read("districts.json")).map((d, i) => polygonFeature(`area-${i + 1}`, d, { kind: d.kind, ...(d.district && { district: d.district }) })));
write("places.geojson", read("places.json").places.map(placeFeature));
write("water.geojson", waters.map((water, i) => polygonFeature(`water-${i + 1}`, water, { kind: water.kind })));

function numbered(roads, prefix) {
  const digits = String(roads.length).length;
  return roads.map((road, i) => ({ ...road, id: `${prefix}-${String(i + 1).padStart(digits, "0")}` }));
}

function roadFeature(road) {
  const properties = { id: road.id, class: road.class, name: road.name, nameEn: road.en, speedKmh: road.kmh };
  if (road.bridge) properties.bridge = true;
  if (road.tunnel) properties.tunnel = true;
  return feature(properties, { type: "LineString", coordinates: road.line.map(toLngLat) });
}

function polygonFeature(id, { name, en, polygon }, more = {}) {
  const rings = polygon.map((ring) => [...ring, ring[0]].map(toLngLat));
  return feature({ id, name, nameEn: en, ...more }, { type: "Polygon", coordinates: rings });
}

function placeFeature({ name, nameEn, kind, rank, at }, i) {
  return feature({ id: `place-${i + 1}`, name, nameEn, kind, rank }, { type: "Point", coordinates: at });
}

function feature(properties, geometry) {
  return { type: "Feature", properties, geometry };
}

/** One feature a line: a change in the sources shows as a small change in the file. */
function write(file, features) {
  mkdirSync(target, { recursive: true });
  const head = '{"type":"FeatureCollection","source":"demo","illustrative":true,"features":[\n';
  writeFileSync(join(target, file), `${head}${features.map((f) => JSON.stringify(f)).join(",\n")}\n]}\n`);
}
