package io.dispatch120.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Judges the demo's drawn base map as a network to drive on, not as a picture. */
class DemoBaseMapTest {
  private static final List<String> FILES =
      List.of("roads", "water", "green", "districts", "places");
  private static final double REACH_METERS = 400;
  private static final int CELL_UNITS = 200; // 0.002 degree, about 200 m

  private final List<JsonNode> roads = features("roads");
  private final List<JsonNode> water = features("water");
  private final List<Segment> segments = roads.stream().flatMap(DemoBaseMapTest::segments).toList();

  /**
   * A piece of a road between two vertices, in whole units of 0.00001 degree: all that a file can
   * hold.
   */
  private record Segment(JsonNode road, long ax, long ay, long bx, long by) {
    boolean bridgeOrTunnel() {
      return passesFreely(road);
    }

    /** Whether the two cross at a point that is inside both. */
    boolean crosses(Segment o) {
      return side(o.ax, o.ay) * side(o.bx, o.by) < 0 && o.side(ax, ay) * o.side(bx, by) < 0;
    }

    private int side(long x, long y) {
      return Long.signum((bx - ax) * (y - ay) - (by - ay) * (x - ax));
    }

    double metersFrom(double lng, double lat) {
      double wide = Math.cos(Math.toRadians(lat));
      double px = (lng * 1e5 - ax) * wide;
      double py = lat * 1e5 - ay;
      double dx = (bx - ax) * wide;
      double dy = by - ay;
      double along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
      return Math.hypot(px - along * dx, py - along * dy) * 1.11195;
    }
  }

  @Test
  void saysInEveryFileThatTheMapIsAnIllustration() {
    assertThat(FILES)
        .allSatisfy(
            name -> {
              assertThat(file(name).path("source").asText()).isEqualTo("demo");
              assertThat(file(name).path("illustrative").asBoolean()).isTrue();
            });
  }

  @Test
  void givesEveryFeatureAnIdOfItsOwnAndAKnownKind() {
    List<JsonNode> all = FILES.stream().flatMap(name -> features(name).stream()).toList();
    assertThat(all.stream().map(f -> property(f, "id"))).doesNotHaveDuplicates().doesNotContain("");
    assertThat(roads)
        .allSatisfy(
            road -> {
              assertThat(property(road, "class"))
                  .isIn("motorway", "trunk", "primary", "secondary", "tertiary", "local");
              assertThat(road.path("properties").path("speedKmh").asInt()).isBetween(20, 100);
              assertThat(road.path("geometry").path("coordinates").size()).isGreaterThan(1);
            });
    assertThat(features("places"))
        .allSatisfy(
            place -> {
              assertThat(property(place, "name")).isNotBlank();
              assertThat(property(place, "nameEn")).isNotBlank();
              assertThat(place.path("properties").path("rank").asInt()).isBetween(1, 4);
            });
  }

  @Test
  void namesEveryRoadButTheLocalStreetsInBothLanguages() {
    assertThat(roads.stream().filter(road -> !property(road, "class").equals("local")))
        .allSatisfy(
            road -> {
              assertThat(property(road, "name")).isNotBlank();
              assertThat(property(road, "nameEn")).isNotBlank();
            });
  }

  @Test
  void keepsEveryCoordinateInTheBoxAndToFiveDecimals() {
    for (String name : FILES) {
      for (double[] point : points(name)) {
        assertThat(point[0]).isBetween(112.66, 113.0);
        assertThat(point[1]).isBetween(27.98, 28.41);
        assertThat(Math.abs(point[0] * 1e5 - Math.rint(point[0] * 1e5))).isLessThan(1e-4);
        assertThat(Math.abs(point[1] * 1e5 - Math.rint(point[1] * 1e5))).isLessThan(1e-4);
      }
    }
  }

  @Test
  void letsAVehicleReachEveryRoadFromEveryOther() {
    Map<List<Long>, Set<List<Long>>> neighbours = new HashMap<>();
    for (Segment s : segments) {
      List<Long> a = List.of(s.ax(), s.ay());
      List<Long> b = List.of(s.bx(), s.by());
      neighbours.computeIfAbsent(a, key -> new HashSet<>()).add(b);
      neighbours.computeIfAbsent(b, key -> new HashSet<>()).add(a);
    }
    Deque<List<Long>> open = new ArrayDeque<>(List.of(neighbours.keySet().iterator().next()));
    Set<List<Long>> reached = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (List<Long> next : Objects.requireNonNull(neighbours.get(open.remove()))) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    assertThat(reached).hasSameSizeAs(neighbours.keySet());
  }

  @Test
  void crossesRoadsWithoutAJunctionOnlyOnBridgesAndInTunnels() {
    Map<List<Long>, List<Segment>> cells = new HashMap<>();
    for (Segment s : segments) {
      for (List<Long> cell : cells(s)) {
        cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(s);
      }
    }
    Set<String> crossings = new HashSet<>();
    for (List<Segment> near : cells.values()) {
      for (int i = 0; i < near.size(); i++) {
        for (int j = i + 1; j < near.size(); j++) {
          Segment a = near.get(i);
          Segment b = near.get(j);
          if (!a.bridgeOrTunnel() && !b.bridgeOrTunnel() && a.crosses(b)) {
            crossings.add(
                property(a.road(), "id")
                    + property(a.road(), "name")
                    + " × "
                    + property(b.road(), "id")
                    + property(b.road(), "name")
                    + " at %s %s".formatted(a.ax() / 1e5, a.ay() / 1e5));
          }
        }
      }
    }
    assertThat(crossings).isEmpty();
  }

  @Test
  void passesOverOrUnderWaterOnlyOnBridgesAndInTunnels() {
    Set<String> wet = new HashSet<>();
    for (JsonNode area : water) {
      Path2D shape = shape(area);
      List<Segment> shore = rings(area).flatMap(ring -> segments(area, ring)).toList();
      for (Segment s : segments) {
        if (s.bridgeOrTunnel() || !shape.intersects(box(s)[0], box(s)[1], box(s)[2], box(s)[3])) {
          continue;
        }
        boolean inside = shape.contains(s.ax() / 1e5, s.ay() / 1e5);
        if (inside || shore.stream().anyMatch(s::crosses)) {
          wet.add(property(s.road(), "id") + property(s.road(), "name") + property(area, "name"));
        }
      }
    }
    assertThat(wet).isEmpty();
  }

  @Test
  void leadsToWithinFourHundredMetersOfEveryStationHospitalAndCaller() {
    for (JsonNode place : demoPlaces().toList()) {
      double lng = place.path("position").path("lng").asDouble();
      double lat = place.path("position").path("lat").asDouble();
      assertThat(segments.stream().mapToDouble(s -> s.metersFrom(lng, lat)).min().orElseThrow())
          .as(place.path("id").asText())
          .isLessThan(REACH_METERS);
    }
  }

  @Test
  void putsEveryPlaceOfTheServiceAreaInExactlyOneStreetOrTown() {
    Path2D serviceArea = DemoFiles.serviceArea();
    List<Path2D> towns =
        features("districts").stream()
            .filter(area -> property(area, "kind").equals("street_town"))
            .map(DemoBaseMapTest::shape)
            .toList();
    assertThat(demoPlaces().filter(place -> DemoFiles.inside(serviceArea, place.path("position"))))
        .allSatisfy(
            place ->
                assertThat(towns.stream().filter(t -> DemoFiles.inside(t, place.path("position"))))
                    .as(place.path("id").asText())
                    .hasSize(1));
  }

  @Test
  void runsTheRiverOnBothSidesOfTheOrangeIsle() {
    Path2D river = shape(water.get(0));
    assertThat(property(water.get(0), "name")).isEqualTo("湘江");
    assertThat(river.contains(112.9525, 28.190)).isTrue();
    assertThat(river.contains(112.9556, 28.190)).isFalse();
    assertThat(river.contains(112.9610, 28.190)).isTrue();
  }

  @Test
  void staysSmallEnoughToLoadOnAPhone() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (String name : FILES) {
        gzip.write(bytes(name));
      }
    }
    assertThat(bytes("roads").length).isLessThan(700_000);
    assertThat(packed.size()).isLessThan(400_000);
  }

  private static Stream<JsonNode> demoPlaces() {
    return Stream.of("stations", "hospitals", "callers")
        .flatMap(name -> DemoFiles.items(name + ".yaml", name).stream());
  }

  private static boolean passesFreely(JsonNode road) {
    JsonNode properties = road.path("properties");
    return properties.path("bridge").asBoolean() || properties.path("tunnel").asBoolean();
  }

  private static Stream<Segment> segments(JsonNode road) {
    return segments(road, road.path("geometry").path("coordinates"));
  }

  private static Stream<Segment> segments(JsonNode feature, JsonNode line) {
    return Stream.iterate(1, i -> i < line.size(), i -> i + 1)
        .map(
            i ->
                new Segment(
                    feature,
                    units(line.path(i - 1).path(0)),
                    units(line.path(i - 1).path(1)),
                    units(line.path(i).path(0)),
                    units(line.path(i).path(1))));
  }

  private static long units(JsonNode degrees) {
    return Math.round(degrees.asDouble() * 1e5);
  }

  private static double[] box(Segment s) {
    return new double[] {
      Math.min(s.ax(), s.bx()) / 1e5,
      Math.min(s.ay(), s.by()) / 1e5,
      Math.max(1, Math.abs(s.ax() - s.bx())) / 1e5,
      Math.max(1, Math.abs(s.ay() - s.by())) / 1e5
    };
  }

  private static List<List<Long>> cells(Segment s) {
    List<List<Long>> cells = new ArrayList<>();
    for (long x = Math.min(s.ax(), s.bx()) / CELL_UNITS;
        x <= Math.max(s.ax(), s.bx()) / CELL_UNITS;
        x++) {
      for (long y = Math.min(s.ay(), s.by()) / CELL_UNITS;
          y <= Math.max(s.ay(), s.by()) / CELL_UNITS;
          y++) {
        cells.add(List.of(x, y));
      }
    }
    return cells;
  }

  private static Stream<JsonNode> rings(JsonNode polygon) {
    return StreamSupport.stream(polygon.path("geometry").path("coordinates").spliterator(), false);
  }

  private static Path2D shape(JsonNode polygon) {
    Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    rings(polygon)
        .forEach(
            ring -> {
              shape.moveTo(ring.path(0).path(0).asDouble(), ring.path(0).path(1).asDouble());
              ring.forEach(p -> shape.lineTo(p.path(0).asDouble(), p.path(1).asDouble()));
            });
    return shape;
  }

  private static List<double[]> points(String name) {
    List<double[]> points = new ArrayList<>();
    Deque<JsonNode> open = new ArrayDeque<>();
    features(name).forEach(f -> open.add(f.path("geometry").path("coordinates")));
    while (!open.isEmpty()) {
      JsonNode node = open.remove();
      if (node.path(0).isNumber()) {
        points.add(new double[] {node.path(0).asDouble(), node.path(1).asDouble()});
      } else {
        node.forEach(open::add);
      }
    }
    return points;
  }

  private static String property(JsonNode feature, String name) {
    return feature.path("properties").path(name).asText();
  }

  private static List<JsonNode> features(String name) {
    return StreamSupport.stream(file(name).path("features").spliterator(), false).toList();
  }

  private static JsonNode file(String name) {
    try {
      return new ObjectMapper().readTree(bytes(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String name) {
    String path = "/demo/basemap/" + name + ".geojson";
    try (InputStream in = DemoBaseMapTest.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
