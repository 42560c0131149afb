package io.dispatch120.geo.api;

/**
 * A position in WGS 84, in degrees: longitude in [-180, 180], latitude in [-90, 90]. Immutable.
 *
 * <p>Inside the system every position is WGS 84; other datums are converted at the edge by {@link
 * Datums}, which is the only place where a {@code LngLat} may hold coordinates of another datum.
 */
public record LngLat(double lng, double lat) {

  /** Mean radius of the Earth, (2a + b) / 3 of the WGS 84 ellipsoid (IUGG R1). */
  public static final double EARTH_RADIUS_METERS = 6_371_008.8;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when a coordinate is not finite or out of range
   */
  public LngLat {
    // Written so that NaN fails too: every comparison with NaN is false.
    if (!(lng >= -180 && lng <= 180)) {
      throw new IllegalArgumentException("lng must be a number from -180 to 180, but is " + lng);
    }
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException("lat must be a number from -90 to 90, but is " + lat);
    }
  }

  /**
   * Great-circle distance by the haversine formula on a sphere of {@link #EARTH_RADIUS_METERS}:
   * within 0.6 % of the ellipsoid, exact to micrometres for small distances, symmetric.
   */
  public double distanceMetersTo(LngLat other) {
    double sinHalfLat = Math.sin(Math.toRadians(other.lat - lat) / 2);
    double sinHalfLng = Math.sin(Math.toRadians(other.lng - lng) / 2);
    double haversine =
        sinHalfLat * sinHalfLat
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(other.lat))
                * sinHalfLng
                * sinHalfLng;
    // Rounding may lift the haversine of antipodes above 1.
    return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
}
