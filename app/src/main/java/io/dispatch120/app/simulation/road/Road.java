package io.dispatch120.app.simulation.road;

import io.dispatch120.geo.api.LngLat;
import java.util.List;

/**
 * A stretch of road as drawn. Roads meet where they share exactly the same position.
 *
 * @param line at least two positions
 * @param speedKmh how fast one usually drives there
 * @param oneway only in the direction of the line
 */
public record Road(List<LngLat> line, double speedKmh, boolean oneway) {
  public Road {
    line = List.copyOf(line);
    if (line.size() < 2 || !(speedKmh > 0)) {
      throw new IllegalArgumentException("a road needs two positions and a speed above 0");
    }
  }
}
