package io.dispatch120.app.simulation.road;

import io.dispatch120.geo.api.LngLat;

/**
 * Directions and places on the ground, on the local tangent plane: exact to centimetres over the
 * length of a road's segment.
 */
public final class Ground {
  private static final double METERS_PER_DEGREE = Math.toRadians(1) * LngLat.EARTH_RADIUS_METERS;

  private Ground() {}

  /** Clockwise from north, in [0, 360). */
  public static double headingDegrees(LngLat from, LngLat to) {
    double degrees = Math.toDegrees(Math.atan2(eastMeters(from, to), northMeters(from, to)));
    return (degrees + 360) % 360;
  }

  /** The position {@code fraction} of the way, 0 at {@code from} and 1 at {@code to}. */
  public static LngLat between(LngLat from, LngLat to, double fraction) {
    return new LngLat(
        from.lng() + (to.lng() - from.lng()) * fraction,
        from.lat() + (to.lat() - from.lat()) * fraction);
  }

  public static LngLat moved(LngLat from, double eastMeters, double northMeters) {
    return new LngLat(
        from.lng() + eastMeters / (METERS_PER_DEGREE * Math.cos(Math.toRadians(from.lat()))),
        from.lat() + northMeters / METERS_PER_DEGREE);
  }

  private static double eastMeters(LngLat from, LngLat to) {
    double middle = Math.toRadians((from.lat() + to.lat()) / 2);
    return (to.lng() - from.lng()) * METERS_PER_DEGREE * Math.cos(middle);
  }

  private static double northMeters(LngLat from, LngLat to) {
    return (to.lat() - from.lat()) * METERS_PER_DEGREE;
  }
}
