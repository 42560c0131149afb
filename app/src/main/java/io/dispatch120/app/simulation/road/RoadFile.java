package io.dispatch120.app.simulation.road;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dispatch120.geo.api.LngLat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Roads as GeoJSON: lines with {@code speedKmh} and, where it is so, {@code oneway}. */
public final class RoadFile {
  private static final String DEMO = "/demo/basemap/roads.geojson";

  private RoadFile() {}

  /** The roads of the demo's base map. */
  public static RoadNetwork demo() {
    try (InputStream in =
        Objects.requireNonNull(RoadFile.class.getResourceAsStream(DEMO), DEMO + " is missing")) {
      return new RoadNetwork(read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IOException when it cannot be read or is no JSON
   * @throws IllegalArgumentException when it has not that form
   */
  static List<Road> read(InputStream in) throws IOException {
    List<Road> roads = new ArrayList<>();
    for (JsonNode feature : new ObjectMapper().readTree(in).required("features")) {
      JsonNode properties = feature.required("properties");
      List<LngLat> line = new ArrayList<>();
      for (JsonNode position : feature.required("geometry").required("coordinates")) {
        line.add(new LngLat(position.required(0).asDouble(), position.required(1).asDouble()));
      }
      roads.add(
          new Road(
              line,
              properties.required("speedKmh").asDouble(),
              properties.path("oneway").asBoolean(false)));
    }
    return roads;
  }
}
