package io.dispatch120.geo.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The reference: Dijkstra's algorithm over courses, written as plainly as it can be. Knows no
 * hierarchy and no split junctions; a turn is looked up in a list.
 */
final class PlainRoads {

  private final Network network;
  private final Costs costs;
  private final BitSet closedEdges;
  private final double offRoadMetersPerSecond;
  private final Set<Long> forbidden = new HashSet<>();

  PlainRoads(Network network, Costs costs, BitSet closedEdges, double offRoadMetersPerSecond) {
    this.network = network;
    this.costs = costs;
    this.closedEdges = closedEdges;
    this.offRoadMetersPerSecond = offRoadMetersPerSecond;
    for (int t = 0; t < network.forbiddenTurns().length && !costs.walks(); t += 2) {
      forbidden.add(turn(network.forbiddenTurns()[t], network.forbiddenTurns()[t + 1]));
    }
  }

  private static long turn(int in, int out) {
    return (long) in << 32 | out;
  }

  /** What it costs from a place to each of the others. */
  long[] costs(Places.Place from, Places.Place[] to) {
    long[] atEnd = atEnds(from.road());
    long[] found = new long[to.length];
    for (int i = 0; i < to.length; i++) {
      found[i] =
          Math.min(
              Math.min(over(atEnd, to[i].road()), along(from.road(), to[i].road())),
              across(from, to[i]));
    }
    return found;
  }

  /** By course: the cost up to its end, having come along it. */
  private long[] atEnds(Snap from) {
    long[] cost = new long[network.courses()];
    Arrays.fill(cost, Cost.NONE);
    PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    for (int way = 0; way < 2; way++) {
      int course = 2 * from.edge() + way;
      if (costs.open(course) && !through(course, 1 - from.shareAlong(course))) {
        cost[course] = costs.part(course, 1 - from.shareAlong(course)) + foot(from.offMeters());
        queue.add(new long[] {cost[course], course});
      }
    }
    for (int course = 0; course < network.courses(); course++) {
      if (leaves(from, course)) {
        cost[course] = costs.of(course) + foot(from.offMeters());
        queue.add(new long[] {cost[course], course});
      }
    }
    while (!queue.isEmpty()) {
      long[] least = queue.remove();
      int in = (int) least[1];
      if (least[0] > cost[in]) {
        continue;
      }
      for (int out = 0; out < network.courses(); out++) {
        if (canTurn(in, out) && costs.open(out) && !closedEdges.get(out >> 1)) {
          long further = least[0] + costs.of(out);
          if (further < cost[out]) {
            cost[out] = further;
            queue.add(new long[] {further, out});
          }
        }
      }
    }
    return cost;
  }

  /** Whether a place is at the start of an open course. */
  private boolean leaves(Snap from, int course) {
    return from.junction(network) == network.startOf(course)
        && costs.open(course)
        && !closedEdges.get(course >> 1)
        && course >> 1 != from.edge();
  }

  /** A closed road is left and reached by its nearer end, if one may drive there by both. */
  private boolean through(int course, double share) {
    return closedEdges.get(course >> 1) && share > 0.5 && costs.open(course ^ 1);
  }

  private boolean canTurn(int in, int out) {
    return network.ends()[in] == network.ends()[out ^ 1] && !forbidden.contains(turn(in, out));
  }

  private long over(long[] atEnd, Snap to) {
    long least = Cost.NONE;
    for (int out = 0; out < network.courses(); out++) {
      boolean same = network.twins()[out >> 1] == to.edge() && !costs.walks();
      if (!costs.open(out)
          || through(out, to.shareAlong(out))
          || !(same || out >> 1 == to.edge())) {
        continue;
      }
      for (int in = 0; in < network.courses(); in++) {
        if (canTurn(in, out)) {
          long rest = costs.part(out, to.shareAlong(out)) + foot(to.offMeters());
          least = Math.min(least, atEnd[in] + rest);
        }
      }
    }
    for (int in = 0; in < network.courses() && to.junction(network) >= 0; in++) {
      if (network.ends()[in] == to.junction(network)) {
        least = Math.min(least, atEnd[in] + foot(to.offMeters()));
      }
    }
    return least;
  }

  private long along(Snap from, Snap to) {
    long least = Cost.NONE;
    int junction = from.junction(network);
    for (int way = 0; way < 2 && junction >= 0; way++) {
      // From the junction at once into the last road, or already there.
      least = Math.min(least, fromJunction(junction, 2 * to.edge() + way, from, to));
    }
    for (int way = 0; way < 2 && from.edge() == to.edge(); way++) {
      int course = 2 * from.edge() + way;
      double share = to.shareAlong(course) - from.shareAlong(course);
      if (costs.open(course) && share >= 0) {
        least =
            Math.min(
                least, foot(from.offMeters()) + costs.part(course, share) + foot(to.offMeters()));
      }
    }
    return least;
  }

  private long fromJunction(int junction, int course, Snap from, Snap to) {
    long feet = foot(from.offMeters()) + foot(to.offMeters());
    if (to.junction(network) == junction) {
      return feet;
    }
    boolean starts =
        network.startOf(course) == junction
            && costs.open(course)
            && !through(course, to.shareAlong(course));
    return starts ? feet + costs.part(course, to.shareAlong(course)) : Cost.NONE;
  }

  private long across(Places.Place from, Places.Place to) {
    double meters = from.position().distanceMetersTo(to.position());
    return meters <= from.road().offMeters() + to.road().offMeters() ? foot(meters) : Cost.NONE;
  }

  private long foot(double meters) {
    return Cost.of(meters / offRoadMetersPerSecond, meters);
  }
}
