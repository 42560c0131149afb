package io.dispatch120.geo.basemap;

import java.util.Arrays;

/** Ids gathered once and asked for often: 8 bytes each. Not thread-safe. */
final class IdSet {
  private long[] ids = new long[256];
  private int count;

  void add(long id) {
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, count * 2);
    }
    ids[count++] = id;
  }

  /** Ends gathering. */
  void seal() {
    Arrays.sort(ids, 0, count);
  }

  boolean contains(long id) {
    return Arrays.binarySearch(ids, 0, count, id) >= 0;
  }
}
