// Streets and towns from named corners, and the districts as the sum of their streets and towns.

import { areaOf, keyOf, toGrid } from "./geometry.mjs";

/** [{name, en, kind, district?, polygon}]: the streets and towns first, then the districts. */
export function districtPolygons({ corners, areas, districts }) {
  const streets = areas.map((area) => {
    const ring = area.ring.map((name) => toGrid(corners[name]));
    return { ...area, kind: "street_town", polygon: [areaOf(ring) < 0 ? ring.reverse() : ring] };
  });
  const sums = districts.map((district) => ({
    ...district,
    kind: "district",
    polygon: [outline(streets.filter((street) => street.district === district.name).map(({ polygon }) => polygon[0]))],
  }));
  return [...streets, ...sums];
}

/** The outer ring of rings that touch along whole edges: an edge walked in both directions is inside and drops out. */
function outline(rings) {
  const next = new Map();
  const edges = rings.flatMap((ring) => ring.map((a, i) => [a, ring[(i + 1) % ring.length]]));
  const walked = new Set(edges.map(([a, b]) => `${keyOf(a)} ${keyOf(b)}`));
  for (const [a, b] of edges) {
    if (walked.has(`${keyOf(b)} ${keyOf(a)}`)) continue;
    if (next.has(keyOf(a))) console.error("two ways out of a corner:", keyOf(a));
    next.set(keyOf(a), b);
  }
  const loops = [];
  while (next.size > 0) {
    const loop = [];
    for (let key = next.keys().next().value; next.has(key); ) {
      const to = next.get(key);
      next.delete(key);
      loop.push(to);
      key = keyOf(to);
    }
    loops.push(loop);
  }
  loops.sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)));
  if (loops.length > 1) console.error("an outline with gaps:", loops.slice(1).map((loop) => loop.length));
  return loops[0];
}
