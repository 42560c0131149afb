package io.dispatch120.dispatch.importing.place;

import io.dispatch120.geo.api.LngLat;
import org.jspecify.annotations.Nullable;

/**
 * Where a row is.
 *
 * @param position WGS 84, null when there is none that could be used
 * @param fault why there is none, for people; null when there is one
 * @param swapped the two stood the wrong way round and were turned
 * @param outside beyond the area of the centre
 */
public record Place(
    @Nullable LngLat position, @Nullable String fault, boolean swapped, boolean outside) {

  static Place refused(String fault) {
    return new Place(null, fault, false, false);
  }
}
