package io.dispatch120.geo.api;

/**
 * Converts positions between WGS 84 and another datum. Implementations are immutable and safe for
 * use by many threads.
 */
public interface Datums {

  /** The WGS 84 position of a point given in {@code from}. */
  LngLat toWgs84(LngLat point, Datum from);

  /** The coordinates in {@code to} of a WGS 84 position. */
  LngLat fromWgs84(LngLat point, Datum to);
}
