package io.dispatch120.geo.api;

import java.util.Optional;

/** Coordinate systems by code. Safe for many threads. */
public interface CoordinateSystems {

  /** For the message when a code is not known. */
  String KNOWN =
      "EPSG:4326 (WGS 84), EPSG:4490 (CGCS2000), and the Gauss-Kruger zones of CGCS2000"
          + " (EPSG:4491 to 4554), Xian 1980 (2327 to 2390) and Beijing 1954 (2401 to 2442, 21413 to"
          + " 21423, 21453 to 21463)";

  /**
   * The system of a code such as {@code EPSG:4547} or {@code 4547}; empty when it is not one of
   * {@link #KNOWN}. Not for event loops: the first projected one loads a library, for a second or
   * two.
   */
  Optional<CoordinateSystem> find(String code);
}
