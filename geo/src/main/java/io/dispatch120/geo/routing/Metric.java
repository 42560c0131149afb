package io.dispatch120.geo.routing;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Costs of the arcs of a hierarchy, for one way of traveling and some closures. Immutable.
 *
 * <p>Making one touches every triangle of the hierarchy once: 10 ms or so for a city. Memory: 16
 * bytes for each arc.
 */
final class Metric {

  private final Hierarchy hierarchy;
  private final Links links;
  private final Costs costs;
  private final BitSet closedEdges;
  private final long[] ups;
  private final long[] downs;

  Metric(Hierarchy hierarchy, Links links, Costs costs, BitSet closedEdges) {
    this.hierarchy = hierarchy;
    this.links = links;
    this.costs = costs;
    this.closedEdges = closedEdges;
    ups = new long[hierarchy.arcs()];
    downs = new long[hierarchy.arcs()];
    takeLinks();
    takeTriangles();
  }

  private void takeLinks() {
    Arrays.fill(ups, Cost.NONE);
    Arrays.fill(downs, Cost.NONE);
    for (int arc = 0; arc < ups.length; arc++) {
      for (int link = links.first()[arc]; link < links.first()[arc + 1]; link++) {
        int code = links.codes()[link];
        long[] direction = (code & Links.DOWN) == 0 ? ups : downs;
        direction[arc] = Math.min(direction[arc], linkCost(code));
      }
    }
  }

  private void takeTriangles() {
    int[] firstUps = hierarchy.firstUps();
    int[] heads = hierarchy.heads();
    int[] tails = hierarchy.tails();
    int[] arcTo = new int[hierarchy.size()];
    for (int spot = 0; spot < hierarchy.size(); spot++) {
      for (int arc = firstUps[spot]; arc < firstUps[spot + 1]; arc++) {
        arcTo[heads[arc]] = arc;
      }
      for (int d = hierarchy.firstDowns()[spot]; d < hierarchy.firstDowns()[spot + 1]; d++) {
        int below = hierarchy.downs()[d];
        long fromBelow = ups[below];
        long toBelow = downs[below];
        int end = firstUps[tails[below] + 1];
        for (int other = below + 1; other < end; other++) {
          int arc = arcTo[heads[other]];
          ups[arc] = Math.min(ups[arc], toBelow + ups[other]);
          downs[arc] = Math.min(downs[arc], downs[other] + fromBelow);
        }
      }
    }
  }

  /** What the link of an arc costs; {@link Cost#NONE} when it is closed or for others. */
  long linkCost(int code) {
    int course = code >>> 3;
    boolean usable = (code & costs.linkBit()) != 0 && !closedEdges.get(course >> 1);
    return usable ? costs.of(course) : Cost.NONE;
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  Links links() {
    return links;
  }

  /** What courses cost, closures left aside. */
  Costs costs() {
    return costs;
  }

  /** Roads that nobody gets through; never changed. */
  BitSet closedEdges() {
    return closedEdges;
  }

  /** By arc: from its lower to its higher end. */
  long[] ups() {
    return ups;
  }

  /** By arc: from its higher to its lower end. */
  long[] downs() {
    return downs;
  }
}
