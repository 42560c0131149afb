package io.dispatch120.dispatch.importing.place;

import io.dispatch120.geo.api.LngLat;
import java.util.Optional;

/**
 * From the coordinates of a list to WGS 84.
 *
 * @see Projections
 */
@FunctionalInterface
public interface Projection {
  /**
   * @param x longitude, or the easting of a plane system
   * @param y latitude, or the northing
   * @return empty when it lies beyond where the system holds
   */
  Optional<LngLat> toWgs84(double x, double y);
}
