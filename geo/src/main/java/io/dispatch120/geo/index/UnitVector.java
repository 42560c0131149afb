package io.dispatch120.geo.index;

import io.dispatch120.geo.api.LngLat;

/**
 * A position as a point on the unit sphere. Distances between such points are chords: they need no
 * trigonometry, grow with the great-circle distance, and know neither antimeridian nor poles.
 */
record UnitVector(double x, double y, double z) {

  static UnitVector of(LngLat position) {
    return of(position.lng(), position.lat());
  }

  static UnitVector of(double lng, double lat) {
    double lambda = Math.toRadians(lng);
    double phi = Math.toRadians(lat);
    double cosPhi = Math.cos(phi);
    return new UnitVector(cosPhi * Math.cos(lambda), cosPhi * Math.sin(lambda), Math.sin(phi));
  }

  double squaredChordTo(UnitVector other) {
    double dx = x - other.x;
    double dy = y - other.y;
    double dz = z - other.z;
    return dx * dx + dy * dy + dz * dz;
  }

  double chordTo(UnitVector other) {
    return Math.sqrt(squaredChordTo(other));
  }
}
