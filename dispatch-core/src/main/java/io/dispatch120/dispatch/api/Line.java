package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.LngLat;
import java.util.List;

/**
 * A course on the map, to be drawn. Keeps six decimals, 11 cm, and is an array of {@code [lng,lat]}
 * pairs in JSON: a third of the size of objects in full, and courses are the largest thing a screen
 * gets.
 */
public record Line(List<LngLat> points) {
  private static final double DECIMALS = 1e6;

  public Line {
    points = points.stream().map(p -> new LngLat(rounded(p.lng()), rounded(p.lat()))).toList();
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * DECIMALS) / DECIMALS;
  }
}
