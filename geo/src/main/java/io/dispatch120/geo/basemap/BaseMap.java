package io.dispatch120.geo.basemap;

/**
 * What a base map says of itself.
 *
 * @param west to {@code north}: degrees, around all roads
 * @param illustrative drawn for a demo, not to be trusted; otherwise it is OpenStreetMap data
 * @param tiles how many there are
 */
public record BaseMap(
    double west, double south, double east, double north, boolean illustrative, int tiles) {
  /** The smallest zoom with tiles; farther away a province is a dot. */
  public static final int MIN_ZOOM = 6;

  /** The largest zoom with tiles, half a metre fine; clients enlarge them from there. */
  public static final int MAX_ZOOM = 14;
}
