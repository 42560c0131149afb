package io.dispatch120.geo.basemap;

/** Web Mercator on the unit square: x to the east, y to the south. */
final class Mercator {
  /** Where the square ends, in degrees. */
  private static final double MAX_LAT = 85.051128779806604;

  private Mercator() {}

  static double x(int lngE7) {
    return lngE7 / 3.6e9 + 0.5;
  }

  static double y(int latE7) {
    double lat = Math.max(-MAX_LAT, Math.min(MAX_LAT, latE7 / 1e7));
    double sin = Math.sin(Math.toRadians(lat));
    return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  }

  static double lng(double x) {
    return (x - 0.5) * 360;
  }

  static double lat(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
  }

  /** Square metres of a unit of area at this height: for judging sizes only. */
  static double squareMeters(double y) {
    double meters = 40_075_016.686 * Math.cos(Math.toRadians(lat(y)));
    return meters * meters;
  }
}
