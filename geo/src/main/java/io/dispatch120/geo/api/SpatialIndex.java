package io.dispatch120.geo.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keyed points searched by great-circle distance. Answers are exact (equal to comparing every
 * point) and sorted by distance, then by the natural order of the keys, so equal distances are
 * decided the same way everywhere. Safe for many concurrent readers, which take no lock.
 *
 * @param <K> key with a natural order consistent with equals
 */
public interface SpatialIndex<K> {

  /**
   * The at most {@code k} nearest points whose keys pass the filter.
   *
   * @throws IllegalArgumentException when {@code k} is negative
   */
  List<Neighbor<K>> nearest(LngLat from, int k, Predicate<? super K> filter);

  /**
   * All points at most {@code radiusMeters} away whose keys pass the filter.
   *
   * @throws IllegalArgumentException when the radius is negative or NaN
   */
  List<Neighbor<K>> within(LngLat from, double radiusMeters, Predicate<? super K> filter);

  /** How many points the index holds. */
  int size();

  /** Where a key stands. */
  Optional<LngLat> find(K key);
}
