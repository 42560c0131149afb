package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.LngLat;

/** Distances without making objects; the same sphere as {@link LngLat#distanceMetersTo}. */
final class Spheres {

  private Spheres() {}

  /** Great-circle distance of two positions in degrees, by the haversine formula. */
  static double meters(double lngA, double latA, double lngB, double latB) {
    double sinHalfLat = Math.sin(Math.toRadians(latB - latA) / 2);
    double sinHalfLng = Math.sin(Math.toRadians(lngB - lngA) / 2);
    double haversine =
        sinHalfLat * sinHalfLat
            + Math.cos(Math.toRadians(latA))
                * Math.cos(Math.toRadians(latB))
                * sinHalfLng
                * sinHalfLng;
    return 2 * LngLat.EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
}
