// Builds the demo's base map from the hand-drawn sources beside this file. Run without dependencies:
//   node app/src/demo/basemap/build.mjs
// The same sources give the same files, to the byte.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { band, smooth, toGrid, toLngLat } from "./geometry.mjs";
import { buildNetwork, components } from "./network.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../../main/resources/demo/basemap");
const read = (file) => JSON.parse(readFileSync(join(here, file), "utf8"));

const smoothRing = (ring, toleranceMeters = 4) => smooth(ring.map(toGrid), { closed: true, toleranceMeters });

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

write("roads.geojson", numbered(mains, "road").map(roadFeature));
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

function feature(properties, geometry) {
  return { type: "Feature", properties, geometry };
}

/** One feature a line: a change in the sources shows as a small change in the file. */
function write(file, features) {
  mkdirSync(target, { recursive: true });
  const head = '{"type":"FeatureCollection","source":"demo","illustrative":true,"features":[\n';
  writeFileSync(join(target, file), `${head}${features.map((f) => JSON.stringify(f)).join(",\n")}\n]}\n`);
}
