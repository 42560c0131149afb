package io.dispatch120.geo.routing;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Orders the spots of a graph for a contraction hierarchy by nested dissection: a few spots that
 * part the map in two come last, then each part is ordered in the same way. The cuts come from
 * inertial flow (Schild and Sommer 2015): along each of four directions the outermost quarters are
 * source and sink of a maximum flow. Used once, by one thread.
 */
final class Dissection {

  /** Share of the spots that is source, and that is sink: what is in between can be cut. */
  private static final double OUTER_SHARE = 0.25;

  private static final double[][] DIRECTIONS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};

  private final Adjacency graph;
  private final double[] x;
  private final double[] y;
  private final LongConsumer ordered;

  /** Number inside the part under work, -1 outside it. */
  private final int[] local;

  private final int[] order;
  private int free;

  private Dissection(Adjacency graph, double[] x, double[] y, LongConsumer ordered) {
    this.graph = graph;
    this.x = x;
    this.y = y;
    this.ordered = ordered;
    local = new int[graph.size()];
    Arrays.fill(local, -1);
    order = new int[graph.size()];
    free = graph.size();
  }

  /**
   * The spots from the least important to the most important.
   *
   * @param x where spots lie, to the east, in any unit
   * @param y where spots lie, to the north, in the same unit
   * @param ordered is told how many are ordered
   */
  static int[] order(Adjacency graph, double[] x, double[] y, LongConsumer ordered) {
    Dissection dissection = new Dissection(graph, x, y, ordered);
    int[] all = new int[graph.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    dissection.dissect(all);
    return dissection.order;
  }

  private void dissect(int[] part) {
    if (part.length <= 2) {
      for (int spot : part) {
        order[--free] = spot;
      }
      ordered.accept((long) order.length - free);
      return;
    }
    Adjacency inside = inside(part);
    int[] component = inside.components();
    int components = Arrays.stream(component).max().orElse(0) + 1;
    if (components > 1) {
      for (int c = 0; c < components; c++) {
        dissect(select(part, component, c));
      }
      return;
    }
    if (inside.isComplete()) {
      for (int spot : part) {
        order[--free] = spot;
      }
      return;
    }
    int[] side = bestCut(part, inside);
    for (int i = 0; i < part.length; i++) {
      if (side[i] == 2) {
        order[--free] = part[i];
      }
    }
    int[] left = select(part, side, 0);
    int[] right = select(part, side, 1);
    dissect(left);
    dissect(right);
  }

  /** By spot of the part: 0 or 1 for its side, 2 when it is of those that part them. */
  private int[] bestCut(int[] part, Adjacency inside) {
    FlowCut cut = new FlowCut(inside);
    int outer = Math.max(1, (int) (part.length * OUTER_SHARE));
    int[] best = new int[0];
    double bestScore = Double.POSITIVE_INFINITY;
    int fewest = Integer.MAX_VALUE;
    for (double[] direction : DIRECTIONS) {
      int[] side = cut.cut(along(part, direction), outer, fewest);
      if (side == null) {
        continue;
      }
      int parting = 0;
      int left = 0;
      for (int s : side) {
        parting += s == 2 ? 1 : 0;
        left += s == 0 ? 1 : 0;
      }
      int smaller = Math.min(left, side.length - left - parting);
      // Few that part count most; of cuts alike the more even one is better.
      double score = parting - (double) smaller / side.length;
      if (score < bestScore) {
        bestScore = score;
        best = side;
        fewest = parting;
      }
    }
    return best;
  }

  private int[] along(int[] part, double[] direction) {
    // Sorted by a float's bits in the upper half, the number in the lower: no objects, no ties.
    long[] keys = new long[part.length];
    for (int i = 0; i < part.length; i++) {
      float key = (float) (x[part[i]] * direction[0] + y[part[i]] * direction[1]);
      int bits = Float.floatToIntBits(key);
      int sortable = bits < 0 ? ~bits ^ Integer.MIN_VALUE : bits;
      keys[i] = (long) sortable << 32 | i;
    }
    Arrays.sort(keys);
    int[] sorted = new int[part.length];
    for (int i = 0; i < part.length; i++) {
      sorted[i] = (int) keys[i];
    }
    return sorted;
  }

  private Adjacency inside(int[] part) {
    for (int i = 0; i < part.length; i++) {
      local[part[i]] = i;
    }
    Adjacency inside = graph.inside(part, local);
    for (int spot : part) {
      local[spot] = -1;
    }
    return inside;
  }

  private static int[] select(int[] part, int[] marks, int mark) {
    int[] selected = new int[part.length];
    int size = 0;
    for (int i = 0; i < part.length; i++) {
      if (marks[i] == mark) {
        selected[size++] = part[i];
      }
    }
    return Arrays.copyOf(selected, size);
  }
}
