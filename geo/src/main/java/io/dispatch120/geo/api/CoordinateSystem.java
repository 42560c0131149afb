package io.dispatch120.geo.api;

import java.util.Optional;

/** A coordinate system that lists and surveys come in. Immutable, safe for many threads. */
public interface CoordinateSystem {

  /** Its code, such as {@code EPSG:4547}. */
  String code();

  /**
   * How far a converted position may be from the true one. Below 1 m for CGCS2000 and WGS 84; tens
   * of metres for the systems before, whose exact relation to WGS 84 is not published.
   */
  double uncertaintyMeters();

  /**
   * The WGS 84 position of a pair. East comes first, whatever the axis order of the code says:
   * Chinese grids name the northing {@code x}, and files hold both orders.
   *
   * @param east easting in metres, or longitude in degrees
   * @param north northing in metres, or latitude in degrees
   * @return empty when no place in the system's area has these coordinates: a swapped pair, a zone
   *     number missing before the easting or there too much, a NaN
   */
  Optional<LngLat> toWgs84(double east, double north);
}
