package io.dispatch120.geo.api;

import java.util.List;

/**
 * An area on the map, such as the one a dispatch center serves. Immutable, safe for many threads.
 */
public interface ServiceArea {

  /** Whether the point lies inside the area or on its border. */
  boolean contains(LngLat point);

  /** The rings the area was made of, each closed (its last point is its first). */
  List<List<LngLat>> rings();
}
