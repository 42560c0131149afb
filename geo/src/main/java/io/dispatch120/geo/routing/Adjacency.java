package io.dispatch120.geo.routing;

import java.util.Arrays;

/**
 * Which spots are neighbors, without direction; no spot is its own neighbor, none twice.
 *
 * @param first by spot, and one more: where its neighbors begin
 * @param neighbors ascending within each spot
 */
record Adjacency(int[] first, int[] neighbors) {

  /**
   * From pairs, which may repeat and may pair a spot with itself.
   *
   * @param pairs one spot in the upper, the other in the lower half
   */
  static Adjacency of(int spots, long[] pairs, int count) {
    long[] both = new long[2 * count];
    for (int i = 0; i < count; i++) {
      both[2 * i] = pairs[i];
      both[2 * i + 1] = pairs[i] << 32 | pairs[i] >>> 32;
    }
    Arrays.sort(both);
    int[] first = new int[spots + 1];
    int[] neighbors = new int[both.length];
    int size = 0;
    for (int i = 0; i < both.length; i++) {
      int from = (int) (both[i] >>> 32);
      int to = (int) both[i];
      if (from != to && (i == 0 || both[i] != both[i - 1])) {
        neighbors[size++] = to;
        first[from + 1]++;
      }
    }
    for (int spot = 0; spot < spots; spot++) {
      first[spot + 1] += first[spot];
    }
    return new Adjacency(first, Arrays.copyOf(neighbors, size));
  }

  int size() {
    return first.length - 1;
  }

  /** The part of it among some spots, numbered as {@code local} says; -1 for those outside. */
  Adjacency inside(int[] part, int[] local) {
    int[] partFirst = new int[part.length + 1];
    int size = 0;
    for (int spot : part) {
      for (int n = first[spot]; n < first[spot + 1]; n++) {
        size += local[neighbors[n]] >= 0 ? 1 : 0;
      }
    }
    int[] partNeighbors = new int[size];
    size = 0;
    for (int i = 0; i < part.length; i++) {
      for (int n = first[part[i]]; n < first[part[i] + 1]; n++) {
        int neighbor = local[neighbors[n]];
        if (neighbor >= 0) {
          partNeighbors[size++] = neighbor;
        }
      }
      partFirst[i + 1] = size;
    }
    return new Adjacency(partFirst, partNeighbors);
  }

  boolean isComplete() {
    long size = size();
    return neighbors.length == size * (size - 1);
  }

  /** By spot: the number of its connected component, from 0. */
  int[] components() {
    int[] component = new int[size()];
    Arrays.fill(component, -1);
    int[] queue = new int[size()];
    int found = 0;
    for (int start = 0; start < size(); start++) {
      if (component[start] >= 0) {
        continue;
      }
      int head = 0;
      int tail = 0;
      queue[tail++] = start;
      component[start] = found;
      while (head < tail) {
        int spot = queue[head++];
        for (int n = first[spot]; n < first[spot + 1]; n++) {
          if (component[neighbors[n]] < 0) {
            component[neighbors[n]] = found;
            queue[tail++] = neighbors[n];
          }
        }
      }
      found++;
    }
    return component;
  }
}
