package io.dispatch120.geo.api;

/**
 * A spatial index whose points move. Meant for one writer and many readers: a search sees one
 * moment of the index, every key once.
 *
 * @param <K> key with a natural order consistent with equals
 */
public interface MovingIndex<K extends Comparable<K>> extends SpatialIndex<K> {

  /** Adds a key, or moves it. */
  void put(K key, LngLat position);

  /** Removes a key; one that is not there is ignored. */
  void remove(K key);
}
