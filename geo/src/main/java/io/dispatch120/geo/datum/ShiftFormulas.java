package io.dispatch120.geo.datum;

/**
 * The public formulas of GCJ-02 and BD-09, both from WGS 84, in plain degrees. They have been known
 * since 2010 and agree with the providers' own conversions within a metre; the authorities publish
 * none.
 */
final class ShiftFormulas {

  /** Semi-major axis of the Krasovsky 1940 ellipsoid. */
  private static final double KRASOVSKY_METERS = 6_378_245.0;

  private static final double KRASOVSKY_ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;

  /** Baidu's fixed part of its second shift, and the constant of its periodic part. */
  private static final double BD09_LNG_DEGREES = 0.0065;

  private static final double BD09_LAT_DEGREES = 0.006;
  private static final double BD09_PERIOD = Math.PI * 3000 / 180;

  private ShiftFormulas() {}

  static Degrees gcj02(Degrees wgs84) {
    double x = wgs84.lng() - 105;
    double y = wgs84.lat() - 35;
    double phi = Math.toRadians(wgs84.lat());
    double sinPhi = Math.sin(phi);
    double w = 1 - KRASOVSKY_ECCENTRICITY_SQUARED * sinPhi * sinPhi;
    double meridianRadiusMeters =
        KRASOVSKY_METERS * (1 - KRASOVSKY_ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
    double parallelRadiusMeters = KRASOVSKY_METERS / Math.sqrt(w) * Math.cos(phi);
    return new Degrees(
        wgs84.lng() + Math.toDegrees(eastMeters(x, y) / parallelRadiusMeters),
        wgs84.lat() + Math.toDegrees(northMeters(x, y) / meridianRadiusMeters));
  }

  static Degrees bd09(Degrees wgs84) {
    Degrees gcj02 = gcj02(wgs84);
    double radius =
        Math.hypot(gcj02.lng(), gcj02.lat()) + 0.00002 * Math.sin(gcj02.lat() * BD09_PERIOD);
    double angle =
        Math.atan2(gcj02.lat(), gcj02.lng()) + 0.000003 * Math.cos(gcj02.lng() * BD09_PERIOD);
    return new Degrees(
        radius * Math.cos(angle) + BD09_LNG_DEGREES, radius * Math.sin(angle) + BD09_LAT_DEGREES);
  }

  private static double eastMeters(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + shortWaves(x)
        + (20 * sinPi(x) + 40 * sinPi(x / 3)) * 2 / 3
        + (150 * sinPi(x / 12) + 300 * sinPi(x / 30)) * 2 / 3;
  }

  private static double northMeters(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + shortWaves(x)
        + (20 * sinPi(y) + 40 * sinPi(y / 3)) * 2 / 3
        + (160 * sinPi(y / 12) + 320 * sinPi(y / 30)) * 2 / 3;
  }

  private static double shortWaves(double x) {
    return (20 * sinPi(6 * x) + 20 * sinPi(2 * x)) * 2 / 3;
  }

  private static double sinPi(double halfTurns) {
    return Math.sin(Math.PI * halfTurns);
  }

  /** Degrees without a range: an iteration may step out of the one of a position. */
  record Degrees(double lng, double lat) {}
}
