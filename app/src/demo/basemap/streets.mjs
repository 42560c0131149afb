// Fills the town with local streets: a block that is too large is split by a street across its longer side, and so on.
// A street joins what it meets at a shared vertex; at an expressway, a shore or the town's edge it stops short.

import { areaOf, crossing, fromMeters, inMeters, inPolygon, inRing, keyOf, lengthOf, meters, mix, nearestOnLine, random, same, simplify, snap, withoutRepeats } from "./geometry.mjs";
import { findBlocks, innerPoints, isOpen } from "./blocks.mjs";
import { components, cutAt, wetReaches } from "./network.mjs";

const SEED = 120;
const CORNER_METERS = 42;
const CROSSROADS_METERS = 52;
const NARROW_METERS = 45;
const SHORTEST_METERS = 55;
const STOP_SHORT_METERS = { least: 18, most: 60 };
const SHORE_METERS = 16;
const FILLER_METERS = 3;
const STRAIGHT_ON_RADIANS = 0.5;
const WITHDRAWN_SHARE = 0.72;

/** Adds streets to the main roads; junction vertices are put into the lines of the roads given. sway: 0 straight. */
export function fillStreets(roads, waters, greens, zones, { seed = SEED, sway = 0.085, longestMeters = 6000 } = {}) {
  const town = { random: random(seed), streets: [], zones, off: [...waters, ...greens], sway, longestMeters };
  for (const ring of findBlocks(roads, waters, greens, zones)) split(ring, town, 0);
  for (const { p, road } of town.streets.flatMap(({ ends }) => ends)) if (road) put(p, road);
  const crossed = town.streets.flatMap((street) => crossMains(street, roads));
  const dry = crossed.flatMap((street) => dryPieces(street, town.off));
  const merged = mergeEnds(stopShort(dry, roads));
  const junctions = junctionsOf([...roads, ...merged]);
  merged.forEach((street) => (street.line = withoutFillers(street.line, junctions)));
  const whole = components([...roads, ...merged])[0];
  return merged.filter((street) => whole.includes(street) && lengthOf(street.line) >= SHORTEST_METERS);
}

/** The zone a block lies in, if any: a block may hold a park or a lake, so several points are asked. */
function zoneOf(ring, town) {
  const dry = innerPoints(ring.map(({ p }) => p)).filter((p) => !town.off.some(({ polygon }) => inPolygon(p, polygon)));
  return town.zones.find((zone) => dry.some((p) => inPolygon(p, [zone.ring])));
}

function split(ring, town, depth) {
  const points = ring.map(({ p }) => p);
  const area = areaOf(points);
  const zone = zoneOf(ring, town);
  if (!zone || depth > 40 || (2 * area) / lengthOf([...points, points[0]]) < NARROW_METERS) return;
  if (area < zone.blockHectares * 10000 * (0.65 + 0.8 * town.random())) return;
  const cut = bestCut(ring, points, town);
  if (!cut) return;
  const street = { line: bend(cut, points, town), ends: [] };
  const sides = street.line.slice(1).map((p, i) => ({ a: street.line[i], b: p, open: true, road: street, joins: [] }));
  for (const end of [cut.from, cut.to]) {
    const { edge } = ring[end.at];
    // On both sides of an expressway streets end apart: none may seem to cross it.
    if (edge.open || !edge.road) (edge.joins ??= []).push(end.p);
    street.ends.push({ p: end.p, road: edge.open ? edge.road : undefined, open: edge.open });
  }
  town.streets.push(street);
  for (const half of halves(ring, cut, street.line, sides)) split(half, town, depth + 1);
}

/** The best of several straight cuts across the longer side of the block: square to what it meets, clear of corners. */
function bestCut(ring, points, { random: rnd, longestMeters }) {
  const axis = longAxis(points);
  let best;
  for (let k = 0; k < 9; k++) {
    const turn = (rnd() - 0.5) * 0.16;
    const share = 0.5 + (rnd() - 0.5) * (k < 4 ? 0.16 : 0.5);
    const cut = cutAcross(ring, points, { ...axis, longestMeters }, share, turn);
    if (cut && (!best || cut.score > best.score)) best = cut;
  }
  return best;
}

/** The direction (radians) and extent of the narrowest box round the points; its long side is the axis. */
function longAxis(points) {
  const flat = points.map(inMeters);
  let best = { area: Infinity };
  flat.forEach(([x, y], i) => {
    const [nx, ny] = flat[(i + 1) % flat.length];
    const angle = Math.atan2(ny - y, nx - x);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const us = flat.map(([px, py]) => px * c + py * s);
    const vs = flat.map(([px, py]) => py * c - px * s);
    const [u0, u1, v0, v1] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)];
    const area = (u1 - u0) * (v1 - v0);
    if (area >= best.area) return;
    const along = u1 - u0 >= v1 - v0;
    best = along ? { area, angle, low: u0, high: u1 } : { area, angle: angle + Math.PI / 2, low: v0, high: v1 };
  });
  return best;
}

function cutAcross(ring, points, axis, share, turn) {
  const [c, s] = [Math.cos(axis.angle), Math.sin(axis.angle)];
  const at = axis.low + (axis.high - axis.low) * share;
  const flat = points.map(inMeters);
  const middle = flat.reduce((sum, [x, y]) => sum + (y * c - x * s), 0) / flat.length;
  const foot = [at * c - middle * s, at * s + middle * c];
  const way = [-Math.sin(axis.angle + turn), Math.cos(axis.angle + turn)];
  const far = 30000;
  const a = fromMeters([foot[0] - way[0] * far, foot[1] - way[1] * far]);
  const b = fromMeters([foot[0] + way[0] * far, foot[1] + way[1] * far]);
  const hits = [];
  points.forEach((p, i) => {
    const hit = crossing(a, b, p, points[(i + 1) % points.length]);
    if (hit) hits.push({ ...hit, at: i });
  });
  hits.sort((x, y) => x.t - y.t);
  let best;
  for (let i = 1; i < hits.length; i += 2) {
    const cut = candidate(ring, points, hits[i - 1], hits[i], axis.longestMeters);
    if (cut && (!best || cut.length > best.length)) best = cut;
  }
  return best;
}

function candidate(ring, points, hitA, hitB, longestMeters) {
  const from = joinAt(ring, points, hitA);
  const to = joinAt(ring, points, hitB);
  const length = meters(from.p, to.p);
  if (from.at === to.at || length < SHORTEST_METERS || length > longestMeters) return undefined;
  if (!insideOnly(points, from.p, to.p)) return undefined;
  const square = squareness(points, from, to) + squareness(points, to, from);
  const clear = Math.min(1, from.clear / CORNER_METERS) + Math.min(1, to.clear / CORNER_METERS);
  const crossroads = (from.shared ? 0.35 : 0) + (to.shared ? 0.35 : 0);
  const [one, two] = halves(ring, { from, to }, [from.p, to.p], [{}]).map((half) => areaOf(half.map(({ p }) => p)));
  if (one < 2500 || two < 2500) return undefined;
  return { from, to, length, score: square + clear + crossroads + (2 * Math.min(one, two)) / (one + two) };
}

/** Where a cut meets a side: at a junction that is there already if it is near, else at the side's own point. */
function joinAt(ring, points, hit) {
  const [a, b] = [points[hit.at], points[(hit.at + 1) % points.length]];
  const near = (ring[hit.at].edge.joins ?? []).find(
    (p) => meters(p, hit.point) < CROSSROADS_METERS && !same(p, a) && !same(p, b) && nearestOnLine(p, [a, b]).meters < 1.5,
  );
  const p = near ?? snap(hit.point);
  return { p, at: hit.at, shared: near !== undefined, clear: near ? CORNER_METERS : cornerDistance(points, hit.at, p) };
}

/** Distance from p to the nearest real corner; a vertex where the side goes straight on is none. */
function cornerDistance(points, at, p) {
  const n = points.length;
  let best = Infinity;
  for (const i of [at, (at + 1) % n]) {
    const turn = Math.abs(turnAt(points[(i + n - 1) % n], points[i], points[(i + 1) % n]));
    best = Math.min(best, turn > 0.5 ? meters(points[i], p) : meters(points[i], p) + 18);
  }
  return best;
}

function turnAt(before, at, after) {
  const [ax, ay] = inMeters(before);
  const [bx, by] = inMeters(at);
  const [cx, cy] = inMeters(after);
  const turn = Math.atan2(cy - by, cx - bx) - Math.atan2(by - ay, bx - ax);
  return Math.atan2(Math.sin(turn), Math.cos(turn));
}

function squareness(points, end, other) {
  const [ax, ay] = inMeters(points[end.at]);
  const [bx, by] = inMeters(points[(end.at + 1) % points.length]);
  const [px, py] = inMeters(end.p);
  const [qx, qy] = inMeters(other.p);
  const dot = (bx - ax) * (qx - px) + (by - ay) * (qy - py);
  return 1 - Math.abs(dot) / (Math.hypot(bx - ax, by - ay) * Math.hypot(qx - px, qy - py) || 1);
}

function insideOnly(points, a, b) {
  const n = points.length;
  for (let i = 0; i < n; i++) {
    const hit = crossing(a, b, points[i], points[(i + 1) % n]);
    if (hit && meters(hit.point, a) > 2 && meters(hit.point, b) > 2) return false;
  }
  return inRing(mix(a, b, 0.5), points);
}

/** A long street swings gently instead of running dead straight. */
function bend(cut, points, { random: rnd, sway }) {
  for (const most of [sway, sway / 2, sway / 4]) {
    const line = bent(cut, most, rnd);
    if (line.slice(1).every((p, i) => insideOnly(points, line[i], p))) return line;
  }
  return [cut.from.p, cut.to.p];
}

function bent({ from, to, length }, most, rnd) {
  const steps = Math.min(14, Math.floor(length / 140));
  const sway = (rnd() - 0.5) * most * Math.min(length, 1500);
  const ripple = (rnd() - 0.5) * most * Math.min(length, 900) * 0.6;
  if (steps < 1) return [from.p, to.p];
  const waves = 1 + Math.floor(length / 1600);
  const [ax, ay] = inMeters(from.p);
  const [bx, by] = inMeters(to.p);
  const line = [from.p];
  for (let k = 1; k <= steps; k++) {
    const t = k / (steps + 1);
    const off = (sway * 4 * t * (1 - t) + ripple * Math.sin(2 * Math.PI * t * waves)) / length;
    line.push(snap(fromMeters([ax + (bx - ax) * t - (by - ay) * off, ay + (by - ay) * t + (bx - ax) * off])));
  }
  line.push(to.p);
  return line;
}

/** The two halves of a block on both sides of a street across it. */
function halves(ring, { from, to }, line, sides) {
  const n = ring.length;
  const walk = (start, end) => {
    const out = [];
    for (let i = (start.at + 1) % n; ; i = (i + 1) % n) {
      out.push(ring[i]);
      if (i === end.at) break;
    }
    return [{ p: start.p, edge: ring[start.at].edge }, ...out];
  };
  const there = line.slice(0, -1).map((p, i) => ({ p, edge: sides[i] }));
  const back = [...line].reverse().slice(0, -1).map((p, i) => ({ p, edge: sides.at(-1 - i) }));
  return [[...walk(from, to), ...back], [...walk(to, from), ...there]].map(withoutDoubles);
}

const withoutDoubles = (ring) => ring.filter(({ p }, i) => !same(p, ring[(i + 1) % ring.length].p));

/** Puts a junction vertex into the line of the road it lies on. */
function put(p, road) {
  const { segment } = nearestOnLine(p, road.line);
  if (!road.line.some((q) => same(p, q))) road.line.splice(segment + 1, 0, p);
}

function junctionsOf(roads) {
  const uses = new Map();
  for (const { line } of roads) for (const p of line) uses.set(keyOf(p), (uses.get(keyOf(p)) ?? 0) + 1);
  return new Set([...uses].filter(([, count]) => count > 1).map(([key]) => key));
}

/** Leaves out what the eye cannot see, but no junction. */
function withoutFillers(line, junctions) {
  const out = [line[0]];
  for (let i = 1, from = 0; i < line.length; i++) {
    if (i < line.length - 1 && !junctions.has(keyOf(line[i]))) continue;
    out.push(...simplify(line.slice(from, i + 1), FILLER_METERS).slice(1));
    from = i;
  }
  return out;
}

/** A street that crosses a road which ends inside its block joins it there, or is cut if the road takes no streets. */
function crossMains(street, roads) {
  const cuts = [];
  const box = boxOf(street.line);
  for (const road of roads.filter((other) => !other.tunnel && touch(box, boxOf(other.line)))) {
    for (let i = 1; i < road.line.length; i++) {
      for (let j = 1; j < street.line.length; j++) {
        const hit = crossing(road.line[i - 1], road.line[i], street.line[j - 1], street.line[j]);
        if (!hit) continue;
        const point = snap(hit.point);
        const met = [road, street].every(({ line }) => line.some((q) => same(point, q)));
        if (met || [street.line[0], street.line.at(-1)].some((q) => meters(q, point) < 4)) continue;
        if (isOpen(road)) [road, street].forEach((one) => put(point, one));
        else cuts.push(lengthOf([...street.line.slice(0, j), hit.point]));
      }
    }
  }
  if (cuts.length === 0) return [street];
  const gaps = cuts.map((at) => [at - 30, at + 30]);
  return outside(street, gaps);
}

function boxOf(line) {
  const [xs, ys] = [line.map((p) => p[0]), line.map((p) => p[1])];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const touch = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

function outside(street, gaps) {
  const length = lengthOf(street.line);
  const cuts = gaps.flat().filter((at) => at > 0 && at < length).sort((a, b) => a - b);
  return cutAt(street.line, cuts)
    .filter(({ from, to }) => !gaps.some(([a, b]) => (from + to) / 2 > a && (from + to) / 2 < b))
    .map(({ line }) => ({ line }));
}

function dryPieces(street, off) {
  const box = boxOf(street.line);
  const gaps = wetReaches(street.line, off.filter(({ polygon }) => touch(box, boxOf(polygon[0]))), SHORE_METERS);
  return gaps.length === 0 ? [street] : outside(street, gaps);
}

/** An end that joins nothing is drawn back a little from the expressway, shore or field it was cut at. */
function stopShort(streets, roads) {
  const rnd = random(SEED + 1);
  const used = new Map();
  for (const { line } of [...roads.filter(isOpen), ...streets]) for (const p of line) used.set(keyOf(p), (used.get(keyOf(p)) ?? 0) + 1);
  return streets.map((street) => {
    let line = street.line;
    for (let side = 0; side < 2; side++) {
      line = [...line].reverse();
      if (used.get(keyOf(line.at(-1))) > 1) continue;
      if (rnd() < WITHDRAWN_SHARE) {
        line = toLastJunction(line, used);
        if (line.length < 2) break;
        continue;
      }
      const back = STOP_SHORT_METERS.least + rnd() * (STOP_SHORT_METERS.most - STOP_SHORT_METERS.least);
      line = drawnBack(line, back, used);
    }
    return { line };
  }).filter(({ line }) => line.length > 1);
}

/** Most ends that join nothing go back to the last junction: a town has no fringe of stumps. */
function toLastJunction(line, used) {
  let last = line.length - 1;
  while (last > 0 && used.get(keyOf(line[last])) < 2) last--;
  return line.slice(0, last + 1);
}

function drawnBack(line, back, used) {
  const last = meters(line.at(-2), line.at(-1));
  const inner = line.length > 2 && used.get(keyOf(line.at(-2))) < 2;
  if (last > back + 10) return [...line.slice(0, -1), snap(mix(line.at(-1), line.at(-2), back / last))];
  return inner ? drawnBack(line.slice(0, -1), Math.max(1, back - last), used) : line;
}

/** Streets that go straight on into each other become one, at a crossroads too. */
function mergeEnds(streets) {
  const ends = new Map();
  const note = (street) => {
    for (const p of [street.line[0], street.line.at(-1)]) ends.set(keyOf(p), (ends.get(keyOf(p)) ?? new Set()).add(street));
  };
  const forget = (street) => [street.line[0], street.line.at(-1)].forEach((p) => ends.get(keyOf(p)).delete(street));
  streets.forEach(note);
  for (const [key, here] of ends) {
    for (let pair = straightest([...here], key); pair; pair = straightest([...here], key)) {
      pair.streets.forEach(forget);
      note({ line: pair.line });
    }
  }
  return [...new Set([...ends.values()].flatMap((here) => [...here]))];
}

function straightest(streets, key) {
  let best;
  streets.forEach((a, i) => {
    for (const b of streets.slice(i + 1)) {
      const left = keyOf(a.line.at(-1)) === key ? a.line : [...a.line].reverse();
      const right = keyOf(b.line[0]) === key ? b.line : [...b.line].reverse();
      const turn = Math.abs(turnAt(left.at(-2), left.at(-1), right[1]));
      const line = withoutRepeats([...left, ...right]);
      if (turn < STRAIGHT_ON_RADIANS && !same(line[0], line.at(-1)) && (!best || turn < best.turn)) best = { turn, line, streets: [a, b] };
    }
  });
  return best;
}
