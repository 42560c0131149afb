package io.dispatch120.geo.routing;

import java.util.HashMap;
import java.util.Map;

/**
 * Edges that are there more than once for the sake of turn restrictions over several roads. They
 * are the same road, so who goes to one may come by any. Immutable.
 *
 * @param byEdge copies of an edge; few edges have any
 */
record Duplicates(Map<Integer, int[]> byEdge) {

  private static final int[] NONE = {};

  static Duplicates of(Network network) {
    Map<Integer, int[]> byEdge = new HashMap<>();
    for (int edge = 0; edge < network.edges(); edge++) {
      if (network.twins()[edge] != edge) {
        byEdge.merge(network.twins()[edge], new int[] {edge}, Duplicates::joined);
      }
    }
    return new Duplicates(byEdge);
  }

  int[] of(int edge) {
    return byEdge.isEmpty() ? NONE : byEdge.getOrDefault(edge, NONE);
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = new int[some.length + more.length];
    System.arraycopy(some, 0, all, 0, some.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
