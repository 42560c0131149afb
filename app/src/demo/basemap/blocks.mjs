// Finds the blocks of the town: the faces between main roads, shores, park edges and the edge of the built-up area.

import { areaOf, crossing, fromMeters, inMeters, inPolygon, keyOf, mix, same, snap } from "./geometry.mjs";

/** Blocks as rings of {p, edge}: edge (from p to the next corner) says whose side it is and if a street may join it. */
export function findBlocks(roads, waters, greens, zones) {
  let edges = [
    ...roads.filter((road) => !road.tunnel).flatMap((road) => segments(road.line, false, { road, open: isOpen(road) })),
    ...[...waters, ...greens].flatMap(({ polygon }) => polygon.flatMap((ring) => segments(ring, true, { open: false }))),
    ...zones.flatMap(({ ring }) => segments(ring, true, { open: false, town: true })),
  ];
  for (let round = 0; round < 3; round++) edges = splitAtCrossings(edges);
  edges = edges.filter((edge) => !edge.town || isTownEdge(edge, zones));
  return faces(withoutDeadEnds(unique(edges)));
}

/** Whether a local street may open into a road. */
export const isOpen = (road) => !road.bridge && !road.tunnel && !["motorway", "trunk"].includes(road.class);

function segments(line, closed, side) {
  const out = [];
  for (let i = 1; i < line.length; i++) out.push({ a: line[i - 1], b: line[i], ...side });
  if (closed) out.push({ a: line.at(-1), b: line[0], ...side });
  return out;
}

function splitAtCrossings(edges) {
  const cuts = edges.map(() => []);
  const order = edges.map((edge, i) => ({ i, low: Math.min(edge.a[0], edge.b[0]), high: Math.max(edge.a[0], edge.b[0]) }));
  order.sort((x, y) => x.low - y.low);
  order.forEach((one, k) => {
    for (let m = k + 1; m < order.length && order[m].low <= one.high; m++) {
      const [e, f] = [edges[one.i], edges[order[m].i]];
      const hit = crossing(e.a, e.b, f.a, f.b);
      if (!hit) continue;
      const point = snap(hit.point);
      cuts[one.i].push({ t: hit.t, point });
      cuts[order[m].i].push({ t: hit.u, point });
    }
  });
  return edges.flatMap((edge, i) => {
    const points = [edge.a, ...cuts[i].sort((x, y) => x.t - y.t).map((cut) => cut.point), edge.b];
    return points.slice(1).map((b, k) => ({ ...edge, a: points[k], b })).filter(({ a, b }) => !same(a, b));
  });
}

/** Only the outer edge of all zones together counts: where two zones touch the town goes on. */
function isTownEdge({ a, b }, zones) {
  const [ax, ay] = inMeters(a);
  const [bx, by] = inMeters(b);
  const length = Math.hypot(bx - ax, by - ay);
  const side = (sign) => fromMeters([(ax + bx) / 2 - (sign * 6 * (by - ay)) / length, (ay + by) / 2 + (sign * 6 * (bx - ax)) / length]);
  const inTown = (p) => zones.some(({ ring }) => inPolygon(p, [ring]));
  return inTown(side(1)) !== inTown(side(-1));
}

function unique(edges) {
  const seen = new Map();
  for (const edge of edges) {
    const [a, b] = [keyOf(edge.a), keyOf(edge.b)].sort();
    const key = `${a} ${b}`;
    // A road along a shore or a park stays a road.
    if (!seen.has(key) || edge.road) seen.set(key, edge);
  }
  return [...seen.values()];
}

function withoutDeadEnds(edges) {
  let left = edges;
  for (;;) {
    const degree = new Map();
    for (const { a, b } of left) for (const p of [a, b]) degree.set(keyOf(p), (degree.get(keyOf(p)) ?? 0) + 1);
    const kept = left.filter(({ a, b }) => degree.get(keyOf(a)) > 1 && degree.get(keyOf(b)) > 1);
    if (kept.length === left.length) return kept;
    left = kept;
  }
}

/** Walks every half edge round its left side; counter-clockwise walks are blocks, the others the outside. */
function faces(edges) {
  const around = new Map();
  for (const edge of edges) {
    for (const [from, to] of [[edge.a, edge.b], [edge.b, edge.a]]) {
      const half = { from, to, edge, angle: Math.atan2(to[1] - from[1], to[0] - from[0]) };
      around.set(keyOf(from), [...(around.get(keyOf(from)) ?? []), half]);
    }
  }
  for (const halves of around.values()) halves.sort((x, y) => x.angle - y.angle);
  const rings = [];
  for (const first of [...around.values()].flat()) {
    const ring = [];
    for (let half = first; !half.walked; half = next(half, around)) {
      half.walked = true;
      ring.push({ p: half.from, edge: half.edge });
    }
    if (ring.length > 2 && areaOf(ring.map(({ p }) => p)) > 0) rings.push(ring);
  }
  return rings;
}

function next(half, around) {
  const halves = around.get(keyOf(half.to));
  const back = halves.findIndex((other) => other.edge === half.edge && same(other.to, half.from));
  return halves[(back + halves.length - 1) % halves.length];
}

/** Points well inside a ring: at several heights the middle of its widest part. */
export function innerPoints(ring) {
  const ys = ring.map((p) => p[1]);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  return [0.5, 0.35, 0.65, 0.2, 0.8].map((share) => {
    const y = low + (high - low) * share + 0.013;
    const xs = [];
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length];
      if (a[1] > y !== b[1] > y) xs.push(mix(a, b, (y - a[1]) / (b[1] - a[1]))[0]);
    });
    xs.sort((a, b) => a - b);
    let widest = [ring[0][0], ring[0][0]];
    for (let i = 1; i < xs.length; i += 2) if (xs[i] - xs[i - 1] > widest[1] - widest[0]) widest = [xs[i - 1], xs[i]];
    return [(widest[0] + widest[1]) / 2, y];
  });
}
