package io.dispatch120.geo.routing;

import java.util.Arrays;

/**
 * Which courses lie behind the arcs of a hierarchy. Immutable.
 *
 * @param first by arc, and one more: where its links begin
 * @param codes course times 8, and bits: {@link #DOWN}, {@link #CAR}, {@link #FOOT}
 */
record Links(int[] first, int[] codes) {

  /** Set when the course leads from the higher end of the arc to the lower one. */
  static final int DOWN = 1;

  /** Set when cars go there. */
  static final int CAR = 2;

  /** Set when pedestrians go there. */
  static final int FOOT = 4;

  /** Courses must leave room for the bits. */
  static final int MAX_COURSES = 1 << 28;

  /** Puts the links of a graph to the arcs of a hierarchy that was made of it. */
  static Links of(TurnGraph graph, int[] ranks, Hierarchy hierarchy) {
    int[] first = new int[hierarchy.arcs() + 1];
    graph.forEachLink(
        (from, to, course, car, foot) -> {
          if (from != to) {
            first[arc(hierarchy, ranks[from], ranks[to]) + 1]++;
          }
        });
    for (int arc = 0; arc < hierarchy.arcs(); arc++) {
      first[arc + 1] += first[arc];
    }
    int[] codes = new int[first[hierarchy.arcs()]];
    int[] cursor = Arrays.copyOf(first, hierarchy.arcs());
    graph.forEachLink(
        (from, to, course, car, foot) -> {
          if (from != to) {
            int down = ranks[from] > ranks[to] ? DOWN : 0;
            int code = course << 3 | down | (car ? CAR : 0) | (foot ? FOOT : 0);
            codes[cursor[arc(hierarchy, ranks[from], ranks[to])]++] = code;
          }
        });
    return new Links(first, codes);
  }

  private static int arc(Hierarchy hierarchy, int one, int other) {
    return hierarchy.arc(Math.min(one, other), Math.max(one, other));
  }
}
