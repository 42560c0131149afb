package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.LngLat;
import java.util.List;

/**
 * A line or the border of an area, as a person drew it. Degrees as a plane: what is drawn is small.
 * Touching counts as crossing. Immutable.
 */
final class DrawnLine {

  private final double[] lngs;
  private final double[] lats;

  /** Takes the points, and the first once more when it is a border. */
  DrawnLine(List<LngLat> points, boolean border) {
    int size = points.size() + (border ? 1 : 0);
    lngs = new double[size];
    lats = new double[size];
    for (int i = 0; i < size; i++) {
      LngLat point = points.get(i % points.size());
      lngs[i] = point.lng();
      lats[i] = point.lat();
    }
  }

  double west() {
    return least(lngs);
  }

  double south() {
    return least(lats);
  }

  double east() {
    return most(lngs);
  }

  double north() {
    return most(lats);
  }

  /** Whether a segment crosses or touches it. */
  boolean crosses(double lngA, double latA, double lngB, double latB) {
    for (int i = 0; i + 1 < lngs.length; i++) {
      if (meet(lngA, latA, lngB, latB, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean meet(double lngA, double latA, double lngB, double latB, int i) {
    double lngC = lngs[i];
    double latC = lats[i];
    double lngD = lngs[i + 1];
    double latD = lats[i + 1];
    if (Math.max(lngA, lngB) < Math.min(lngC, lngD)
        || Math.max(lngC, lngD) < Math.min(lngA, lngB)
        || Math.max(latA, latB) < Math.min(latC, latD)
        || Math.max(latC, latD) < Math.min(latA, latB)) {
      return false;
    }
    double c = side(lngA, latA, lngB, latB, lngC, latC);
    double d = side(lngA, latA, lngB, latB, lngD, latD);
    double a = side(lngC, latC, lngD, latD, lngA, latA);
    double b = side(lngC, latC, lngD, latD, lngB, latB);
    // With overlapping boxes this holds for segments on one line as well.
    return Math.signum(c) * Math.signum(d) <= 0 && Math.signum(a) * Math.signum(b) <= 0;
  }

  private static double side(
      double lngA, double latA, double lngB, double latB, double lng, double lat) {
    return (lngB - lngA) * (lat - latA) - (latB - latA) * (lng - lngA);
  }

  /** Whether a point lies in the area it borders: a ray from it crosses the border oddly often. */
  boolean surrounds(double lng, double lat) {
    boolean inside = false;
    for (int i = 0; i + 1 < lngs.length; i++) {
      boolean above = lats[i] > lat;
      if (above != lats[i + 1] > lat) {
        double share = (lat - lats[i]) / (lats[i + 1] - lats[i]);
        inside ^= lng < lngs[i] + share * (lngs[i + 1] - lngs[i]);
      }
    }
    return inside;
  }

  private static double least(double[] values) {
    double least = values[0];
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static double most(double[] values) {
    double most = values[0];
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }
}
