package io.dispatch120.geo.routing;

import java.util.Arrays;

/**
 * A contraction hierarchy without travel times (Dibbelt, Strasser and Wagner 2016): spots are
 * numbered by rank, and an arc joins two spots when, of those between them in some way, none has a
 * higher rank than both. A fastest path then rises and falls once, whatever the times are. All arcs
 * of a spot lead to its ancestors in the elimination tree, so searches walk up a tree and need no
 * queue. Immutable.
 */
final class Hierarchy {

  private final int[] firstUps;
  private final int[] heads;
  private final int[] tails;
  private final int[] firstDowns;
  private final int[] downs;

  /**
   * Makes the parts that are not stored.
   *
   * @param firstUps by rank, and one more: where its arcs begin
   * @param heads by arc: the higher spot, ascending within the arcs of a spot
   */
  Hierarchy(int[] firstUps, int[] heads) {
    this.firstUps = firstUps;
    this.heads = heads;
    int size = firstUps.length - 1;
    tails = new int[heads.length];
    firstDowns = new int[size + 1];
    for (int spot = 0; spot < size; spot++) {
      Arrays.fill(tails, firstUps[spot], firstUps[spot + 1], spot);
    }
    for (int head : heads) {
      firstDowns[head + 1]++;
    }
    for (int spot = 0; spot < size; spot++) {
      firstDowns[spot + 1] += firstDowns[spot];
    }
    downs = new int[heads.length];
    int[] cursor = Arrays.copyOf(firstDowns, size);
    for (int arc = 0; arc < heads.length; arc++) {
      downs[cursor[heads[arc]]++] = arc;
    }
  }

  /**
   * Builds it for an order.
   *
   * @param graph neighbors, by rank
   */
  static Hierarchy of(Adjacency graph) {
    int size = graph.size();
    int[][] higher = new int[size][];
    int[] firstUps = new int[size + 1];
    int[] mark = new int[size];
    Arrays.fill(mark, -1);
    int[] firstChild = new int[size];
    int[] nextSibling = new int[size];
    Arrays.fill(firstChild, -1);
    int[] found = new int[size];
    for (int spot = 0; spot < size; spot++) {
      mark[spot] = spot;
      int count = 0;
      for (int n = graph.first()[spot]; n < graph.first()[spot + 1]; n++) {
        count = addIfHigher(spot, graph.neighbors()[n], mark, found, count);
      }
      // What its children in the elimination tree know is reached through them as well.
      for (int child = firstChild[spot]; child >= 0; child = nextSibling[child]) {
        for (int neighbor : higher[child]) {
          count = addIfHigher(spot, neighbor, mark, found, count);
        }
      }
      int[] sorted = Arrays.copyOf(found, count);
      Arrays.sort(sorted);
      higher[spot] = sorted;
      firstUps[spot + 1] = firstUps[spot] + count;
      if (count > 0) {
        nextSibling[spot] = firstChild[sorted[0]];
        firstChild[sorted[0]] = spot;
      }
    }
    int[] heads = new int[firstUps[size]];
    for (int spot = 0; spot < size; spot++) {
      System.arraycopy(higher[spot], 0, heads, firstUps[spot], higher[spot].length);
    }
    return new Hierarchy(firstUps, heads);
  }

  private static int addIfHigher(int spot, int neighbor, int[] mark, int[] found, int count) {
    if (neighbor <= spot || mark[neighbor] == spot) {
      return count;
    }
    mark[neighbor] = spot;
    found[count] = neighbor;
    return count + 1;
  }

  int size() {
    return firstUps.length - 1;
  }

  int arcs() {
    return heads.length;
  }

  /** By rank, and one more: where the arcs upwards begin. */
  int[] firstUps() {
    return firstUps;
  }

  /** By arc: its higher end. */
  int[] heads() {
    return heads;
  }

  /** By arc: its lower end. */
  int[] tails() {
    return tails;
  }

  /** By rank, and one more: where its part of {@link #downs} begins. */
  int[] firstDowns() {
    return firstDowns;
  }

  /** Arcs by their higher end, ascending by the lower one. */
  int[] downs() {
    return downs;
  }

  /** The next spot on the way up the elimination tree, or -1 at a root. */
  int parent(int spot) {
    return firstUps[spot] == firstUps[spot + 1] ? -1 : heads[firstUps[spot]];
  }

  /** The arc between a spot and a higher one, or a negative number. */
  int arc(int lower, int higher) {
    return Arrays.binarySearch(heads, firstUps[lower], firstUps[lower + 1], higher);
  }
}
