package io.dispatch120.geo.basemap;

import java.util.Locale;

/** Layers of the base map, as clients name them. */
enum GroundLayer {
  GREEN,
  WATER,
  WATERWAYS,
  DISTRICTS,
  ROADS,
  PLACES;

  private static final GroundLayer[] ALL = values();

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  static GroundLayer at(int ordinal) {
    return ALL[ordinal];
  }
}
