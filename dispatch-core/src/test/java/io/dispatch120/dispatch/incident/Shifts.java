package io.dispatch120.dispatch.incident;

import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.LngLat;

/** Datums as plain shifts, enough to see what decisions make of them. */
enum Shifts implements Datums {
  NONE(0),
  /** GCJ-02 lies some 500 m to the east here, BD-09 twice as far. */
  EAST(0.005);

  private final double degrees;

  Shifts(double degrees) {
    this.degrees = degrees;
  }

  @Override
  public LngLat toWgs84(LngLat point, Datum from) {
    return new LngLat(point.lng() - shift(from), point.lat());
  }

  @Override
  public LngLat fromWgs84(LngLat point, Datum to) {
    return new LngLat(point.lng() + shift(to), point.lat());
  }

  private double shift(Datum datum) {
    return switch (datum) {
      case GCJ02 -> degrees;
      case BD09 -> 2 * degrees;
      case WGS84, CGCS2000 -> 0;
    };
  }
}
