package io.dispatch120.geo.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Smallest sets of spots that part a graph, by maximum flow: every spot lets one unit through
 * (Dinic's method; a spot is a state in which it is entered and one in which it is left). Sources
 * and sinks may be of the set as well. Used by one thread.
 */
final class FlowCut {

  private static final int NOBODY = -1;

  /** Before a spot where a path begins, and after one where it ends. */
  private static final int OUTSIDE = -2;

  private final Adjacency graph;
  private final int size;

  /** The spot from which the unit through a spot comes, and to which it goes; else NOBODY. */
  private final int[] before;

  private final int[] after;

  /** By state, 2 * spot when it is entered and one more when it is left: steps from a source. */
  private final int[] level;

  /** By state: the way on that is to be tried next. */
  private final int[] next;

  private final int[] queue;
  private final int[] path;
  private final boolean[] sink;

  FlowCut(Adjacency graph) {
    this.graph = graph;
    size = graph.size();
    before = new int[size];
    after = new int[size];
    level = new int[2 * size];
    next = new int[2 * size];
    queue = new int[2 * size];
    path = new int[2 * size];
    sink = new boolean[size];
  }

  /**
   * Parts the first from the last spots of a line.
   *
   * @param line every spot once
   * @param outer how many are source, and how many are sink
   * @param limit more than so many need not be found
   * @return by spot: 0 on the side of the sources, 1 on that of the sinks, 2 for those that part
   *     them; null when these are more than the limit
   */
  int @Nullable [] cut(int[] line, int outer, int limit) {
    Arrays.fill(before, NOBODY);
    Arrays.fill(after, NOBODY);
    Arrays.fill(sink, false);
    for (int i = size - outer; i < size; i++) {
      sink[line[i]] = true;
    }
    int units = 0;
    while (setLevels(line, outer)) {
      Arrays.fill(next, 0);
      for (int i = 0; i < outer; i++) {
        units += push(2 * line[i]) ? 1 : 0;
        if (units > limit) {
          return null;
        }
      }
    }
    int[] side = new int[size];
    for (int spot = 0; spot < size; spot++) {
      boolean entered = level[2 * spot] >= 0;
      boolean left = level[2 * spot + 1] >= 0;
      side[spot] = left ? 0 : entered ? 2 : 1;
    }
    return side;
  }

  /** Finds how far every state is from the sources; false when no sink can be reached. */
  private boolean setLevels(int[] line, int outer) {
    Arrays.fill(level, -1);
    int tail = 0;
    for (int i = 0; i < outer; i++) {
      level[2 * line[i]] = 0;
      queue[tail++] = 2 * line[i];
    }
    boolean reached = false;
    for (int head = 0; head < tail; head++) {
      int state = queue[head];
      reached |= ends(state);
      int ways = ways(state);
      for (int way = 0; way < ways; way++) {
        int to = along(state, way);
        if (to >= 0 && level[to] < 0) {
          level[to] = level[state] + 1;
          queue[tail++] = to;
        }
      }
    }
    return reached;
  }

  private boolean ends(int state) {
    return (state & 1) == 1 && sink[state >> 1] && after[state >> 1] != OUTSIDE;
  }

  private int ways(int state) {
    int spot = state >> 1;
    return (state & 1) == 0 ? 1 : graph.first()[spot + 1] - graph.first()[spot] + 1;
  }

  /** The state a way leads to, or -1 when there is no room. */
  private int along(int state, int way) {
    int spot = state >> 1;
    boolean used = before[spot] != NOBODY;
    if ((state & 1) == 0) {
      if (!used) {
        return state + 1;
      }
      // The unit that came before turns elsewhere, where it came from.
      return before[spot] == OUTSIDE ? -1 : 2 * before[spot] + 1;
    }
    int n = graph.first()[spot] + way;
    if (n < graph.first()[spot + 1]) {
      int neighbor = graph.neighbors()[n];
      return after[spot] == neighbor ? -1 : 2 * neighbor;
    }
    return used ? 2 * spot : -1;
  }

  /** Leads one unit from a source to a sink, along rising levels. */
  private boolean push(int source) {
    int depth = 0;
    path[0] = source;
    while (depth >= 0) {
      int state = path[depth];
      if (ends(state)) {
        settle(depth);
        return true;
      }
      int ways = ways(state);
      boolean on = false;
      while (!on && next[state] < ways) {
        int to = along(state, next[state]);
        on = to >= 0 && level[to] == level[state] + 1;
        if (on) {
          path[++depth] = to;
        } else {
          next[state]++;
        }
      }
      if (!on && --depth >= 0) {
        next[path[depth]]++;
      }
    }
    return false;
  }

  /** Writes a found path down: who comes before and after whom. */
  private void settle(int depth) {
    int from = OUTSIDE;
    for (int i = 0; i <= depth; i++) {
      int spot = path[i] >> 1;
      if ((path[i] & 1) == 0) {
        boolean givenUp = i > 0 && path[i - 1] == path[i] + 1;
        before[spot] = givenUp ? NOBODY : from;
      } else {
        boolean last = i == depth;
        boolean givenUp = !last && path[i + 1] == path[i] - 1;
        after[spot] = last ? OUTSIDE : givenUp ? NOBODY : path[i + 1] >> 1;
        from = spot;
      }
    }
  }
}
