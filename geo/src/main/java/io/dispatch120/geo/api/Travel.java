package io.dispatch120.geo.api;

/**
 * A way from one place to another.
 *
 * @param seconds expected travel time, finite, not negative
 * @param distanceMeters length of the way as travelled (not the straight line), finite, not
 *     negative
 * @param method how it was found
 */
public record Travel(double seconds, double distanceMeters, TravelMethod method) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when a figure is negative or not finite
   */
  public Travel {
    if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "seconds must be finite and not negative, but is " + seconds);
    }
    if (!(distanceMeters >= 0 && distanceMeters < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "distanceMeters must be finite and not negative, but is " + distanceMeters);
    }
  }
}
