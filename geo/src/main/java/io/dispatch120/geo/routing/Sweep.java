package io.dispatch120.geo.routing;

import java.util.Arrays;

/**
 * One place against many on a hierarchy. First the one: from its seeds up the elimination tree, to
 * all ancestors. Then each of the others: up to the first ancestor whose cost is known by now, and
 * down again. What they share is walked once, and there is no queue (RPHAST of Delling, Goldberg
 * and Werneck 2011, on an elimination tree). Costs are exact.
 *
 * <p>A workspace for one thread at a time, used again and again; 17 bytes for each spot.
 */
final class Sweep {

  private static final long UNKNOWN = -1;

  private final Hierarchy hierarchy;

  /** By spot: cost between it and the one place without rising above it; the cone. */
  private final long[] cone;

  /** By spot: cost between it and the one place. */
  private final long[] costs;

  private final boolean[] inCone;
  private int[] coneSpots = new int[256];
  private int coneSize;
  private int[] known = new int[1024];
  private int knownSize;
  private int[] chain = new int[256];

  /** By arc, along the way between the others and the one: costs in the direction of travel. */
  private long[] outward = new long[0];

  private long[] inward = new long[0];

  Sweep(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    cone = new long[hierarchy.size()];
    costs = new long[hierarchy.size()];
    inCone = new boolean[hierarchy.size()];
    Arrays.fill(cone, Cost.NONE);
    Arrays.fill(costs, UNKNOWN);
  }

  /** Begins anew: the one place is where the others go, or where they come from. */
  void begin(Metric metric, boolean toTheOne) {
    clear();
    outward = toTheOne ? metric.downs() : metric.ups();
    inward = toTheOne ? metric.ups() : metric.downs();
  }

  /** Forgets everything, the metric included. */
  void clear() {
    for (int i = 0; i < coneSize; i++) {
      cone[coneSpots[i]] = Cost.NONE;
      inCone[coneSpots[i]] = false;
    }
    for (int i = 0; i < knownSize; i++) {
      costs[known[i]] = UNKNOWN;
    }
    coneSize = 0;
    knownSize = 0;
    outward = new long[0];
    inward = outward;
  }

  /** A spot at or near the one place, and what it costs between them. */
  void seed(int spot, long cost) {
    cone[spot] = Math.min(cone[spot], cost);
    for (int s = spot; s >= 0 && !inCone[s]; s = hierarchy.parent(s)) {
      inCone[s] = true;
      if (coneSize == coneSpots.length) {
        coneSpots = Arrays.copyOf(coneSpots, 2 * coneSize);
      }
      coneSpots[coneSize++] = s;
    }
  }

  /** After the last seed. */
  void spread() {
    // By rank: whatever is below a spot has told its cost before it tells its own.
    Arrays.sort(coneSpots, 0, coneSize);
    int[] firstUps = hierarchy.firstUps();
    int[] heads = hierarchy.heads();
    for (int i = 0; i < coneSize; i++) {
      int spot = coneSpots[i];
      long cost = cone[spot];
      if (cost < Cost.NONE) {
        for (int arc = firstUps[spot]; arc < firstUps[spot + 1]; arc++) {
          cone[heads[arc]] = Math.min(cone[heads[arc]], cost + outward[arc]);
        }
      }
    }
  }

  /** The cost between a spot and the one place, {@link Cost#NONE} when there is no way. */
  long cost(int spot) {
    int depth = 0;
    for (int s = spot; s >= 0 && costs[s] == UNKNOWN; s = hierarchy.parent(s)) {
      if (depth == chain.length) {
        chain = Arrays.copyOf(chain, 2 * depth);
      }
      chain[depth++] = s;
    }
    if (knownSize + depth > known.length) {
      known = Arrays.copyOf(known, Math.max(knownSize + depth, 2 * known.length));
    }
    int[] firstUps = hierarchy.firstUps();
    int[] heads = hierarchy.heads();
    while (--depth >= 0) {
      int s = chain[depth];
      long best = cone[s];
      for (int arc = firstUps[s]; arc < firstUps[s + 1]; arc++) {
        best = Math.min(best, inward[arc] + costs[heads[arc]]);
      }
      costs[s] = best;
      known[knownSize++] = s;
    }
    return costs[spot];
  }

  /** The cost between a spot and the one place without rising above the spot. */
  long coneCost(int spot) {
    return cone[spot];
  }
}
