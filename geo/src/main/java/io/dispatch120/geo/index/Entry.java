package io.dispatch120.geo.index;

import io.dispatch120.geo.api.LngLat;

/** A key at its place, with the place as a vector, so that a search need not compute it again. */
record Entry<K>(K key, LngLat position, UnitVector vector) {

  static <K> Entry<K> of(K key, LngLat position) {
    return new Entry<>(key, position, UnitVector.of(position));
  }
}
