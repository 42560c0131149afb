package io.dispatch120.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.app.demo.DemoMap.Member;
import io.dispatch120.app.demo.DemoMap.Node;
import io.dispatch120.app.demo.DemoMap.Relation;
import io.dispatch120.app.demo.DemoMap.Way;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Judges the demo's drawn map as a network to drive on, not as a picture. */
class DemoMapTest {
  private static final double REACH_METERS = 400;
  private static final double CELL_DEGREES = 0.002; // about 200 m
  private static final Path GENERATOR = Path.of("src/demo/basemap/build.mjs");

  private final DemoMap map = DemoMap.read();
  private final List<Segment> segments =
      map.roads().stream().flatMap(way -> segments(way, way.nodes())).toList();

  /** A piece of a line between two nodes. */
  private record Segment(Way way, Node a, Node b) {
    /** Whether the two cross at a point that is inside both. */
    boolean crosses(Segment o) {
      return side(o.a) * side(o.b) < 0 && o.side(a) * o.side(b) < 0;
    }

    private int side(Node p) {
      return Long.signum(
          (units(b.lng()) - units(a.lng())) * (units(p.lat()) - units(a.lat()))
              - (units(b.lat()) - units(a.lat())) * (units(p.lng()) - units(a.lng())));
    }

    double metersFrom(double lng, double lat) {
      double wide = Math.cos(Math.toRadians(lat));
      double px = (lng - a.lng()) * wide;
      double py = lat - a.lat();
      double dx = (b.lng() - a.lng()) * wide;
      double dy = b.lat() - a.lat();
      double along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
      return Math.hypot(px - along * dx, py - along * dy) * 111_195;
    }
  }

  @Test
  void isWhatTheGeneratorWrites() throws IOException, InterruptedException {
    Process check =
        new ProcessBuilder("node", GENERATOR.toString(), "--check")
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(said).isEmpty();
    assertThat(check.exitValue()).isZero();
  }

  @Test
  void saysOnEveryElementThatTheMapIsADemo() {
    assertThat(map.ways().values()).allSatisfy(w -> assertDemo(w.tags()));
    assertThat(map.relations()).allSatisfy(r -> assertDemo(r.tags()));
    assertThat(map.nodes().values().stream().filter(n -> !n.tags().isEmpty()))
        .hasSizeGreaterThan(100)
        .allSatisfy(n -> assertDemo(n.tags()));
  }

  private static void assertDemo(Map<String, String> tags) {
    assertThat(tags).containsEntry("source", "demo");
  }

  @Test
  void listsElementsAsReadersWantThem() {
    assertThat(List.copyOf(map.nodes().keySet())).isSortedAccordingTo(Long::compare);
    assertThat(List.copyOf(map.ways().keySet())).isSortedAccordingTo(Long::compare);
    assertThat(map.relations().stream().map(Relation::id)).isSortedAccordingTo(Long::compare);
    assertThat(map.ways().values())
        .allSatisfy(way -> assertThat(way.nodes().size()).isBetween(2, 2000));
  }

  @Test
  void tagsRoadsWithClassSpeedAndNamesInBothLanguages() {
    Set<String> local = Set.of("residential", "unclassified");
    assertThat(map.roads())
        .allSatisfy(
            road -> {
              Map<String, String> tags = road.tags();
              assertThat(tags.get("highway"))
                  .isIn(
                      "motorway",
                      "trunk",
                      "primary",
                      "secondary",
                      "tertiary",
                      "residential",
                      "unclassified");
              assertThat(Integer.parseInt(tags.getOrDefault("maxspeed", ""))).isBetween(20, 100);
              assertThat(local.contains(tags.get("highway")) || tags.containsKey("name")).isTrue();
              assertThat(tags.containsKey("name")).isEqualTo(tags.containsKey("name:en"));
              assertThat(road.oneway()).isEqualTo("motorway".equals(tags.get("highway")));
            });
  }

  @Test
  void keepsEveryNodeInTheBox() {
    assertThat(map.nodes().values())
        .allSatisfy(
            node -> {
              assertThat(node.lng()).isBetween(112.66, 113.06);
              assertThat(node.lat()).isBetween(27.94, 28.46);
            });
  }

  @Test
  void letsAVehicleReachEveryRoadFromEveryOtherOneWaysRespected() {
    Map<Node, Set<Node>> onward = new HashMap<>();
    Map<Node, Set<Node>> backward = new HashMap<>();
    for (Segment s : segments) {
      link(onward, backward, s.a(), s.b());
      if (!s.way().oneway()) {
        link(onward, backward, s.b(), s.a());
      }
    }
    Node start = segments.get(0).a();
    Set<Node> all = new HashSet<>();
    segments.forEach(s -> all.addAll(List.of(s.a(), s.b())));
    assertThat(reached(start, onward)).hasSameSizeAs(all);
    assertThat(reached(start, backward)).hasSameSizeAs(all);
  }

  private static void link(
      Map<Node, Set<Node>> onward, Map<Node, Set<Node>> backward, Node from, Node to) {
    onward.computeIfAbsent(from, key -> new HashSet<>()).add(to);
    backward.computeIfAbsent(to, key -> new HashSet<>()).add(from);
  }

  private static Set<Node> reached(Node start, Map<Node, Set<Node>> links) {
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    Set<Node> reached = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (Node next : links.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
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
          if (!a.way().bridgeOrTunnel() && !b.way().bridgeOrTunnel() && a.crosses(b)) {
            crossings.add(a.way().label() + " × " + b.way().label() + " at " + a.a());
          }
        }
      }
    }
    assertThat(crossings).isEmpty();
  }

  @Test
  void passesOverOrUnderWaterOnlyOnBridgesAndInTunnels() {
    Set<String> wet = new HashSet<>();
    for (List<List<Node>> area : waters()) {
      Path2D shape = shape(area);
      List<Segment> shore = area.stream().flatMap(ring -> segments(ANY, ring)).toList();
      for (Segment s : segments) {
        if (s.way().bridgeOrTunnel() || !touches(shape, s)) {
          continue;
        }
        if (shape.contains(s.a().lng(), s.a().lat()) || shore.stream().anyMatch(s::crosses)) {
          wet.add(s.way().label() + " at " + s.a().lng() + " " + s.a().lat());
        }
      }
    }
    assertThat(wet).isEmpty();
  }

  @Test
  void leadsToWithinFourHundredMetersOfEveryStationHospitalCallerAndAed() {
    Map<String, double[]> places = new HashMap<>();
    demoPlaces()
        .forEach(
            place ->
                places.put(
                    place.path("id").asText() + place.path("placeName").asText(),
                    new double[] {
                      place.path("position").path("lng").asDouble(),
                      place.path("position").path("lat").asDouble()
                    }));
    DemoFiles.aeds()
        .forEach(
            aed ->
                places.put(
                    aed.getField("id"),
                    new double[] {
                      Double.parseDouble(aed.getField("lng")),
                      Double.parseDouble(aed.getField("lat"))
                    }));
    assertThat(places).hasSizeGreaterThan(150);
    places.forEach(
        (id, at) ->
            assertThat(
                    segments.stream()
                        .mapToDouble(s -> s.metersFrom(at[0], at[1]))
                        .min()
                        .orElseThrow())
                .as(id)
                .isLessThan(REACH_METERS));
  }

  @Test
  void restrictsTurnsFromTheEndOfOneWayToTheStartOfAnother() {
    List<Relation> restrictions = map.relations("restriction");
    assertThat(restrictions.stream().map(r -> r.tags().get("restriction")))
        .contains("no_left_turn", "no_right_turn", "only_straight_on", "no_u_turn");
    for (Relation restriction : restrictions) {
      Node via = Objects.requireNonNull(map.nodes().get(ref(restriction, "via")));
      Way from = Objects.requireNonNull(map.ways().get(ref(restriction, "from")));
      Way to = Objects.requireNonNull(map.ways().get(ref(restriction, "to")));
      assertThat(from.nodes().get(from.nodes().size() - 1).equals(via) || !from.oneway()).isTrue();
      assertThat(List.of(from.nodes().get(0), from.nodes().get(from.nodes().size() - 1)))
          .contains(via);
      assertThat(List.of(to.nodes().get(0), to.nodes().get(to.nodes().size() - 1))).contains(via);
      assertThat(to.nodes().get(0).equals(via) || !to.oneway()).isTrue();
    }
  }

  private static long ref(Relation relation, String role) {
    return relation.members().stream()
        .filter(member -> member.role().equals(role))
        .mapToLong(Member::ref)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void putsEveryPlaceOfTheServiceAreaInExactlyOneStreetOrTown() {
    Path2D serviceArea = DemoFiles.serviceArea();
    List<Path2D> towns =
        map.relations("boundary").stream()
            .filter(area -> "8".equals(area.tags().get("admin_level")))
            .map(area -> shape(List.of(map.ring(area, "outer"))))
            .toList();
    assertThat(towns).hasSize(25);
    assertThat(demoPlaces().filter(place -> DemoFiles.inside(serviceArea, place.path("position"))))
        .allSatisfy(
            place ->
                assertThat(towns.stream().filter(t -> DemoFiles.inside(t, place.path("position"))))
                    .as(place.path("id").asText())
                    .hasSize(1));
  }

  @Test
  void runsTheRiverOnBothSidesOfTheOrangeIsle() {
    Relation river =
        map.relations("multipolygon").stream()
            .filter(area -> "湘江".equals(area.tags().get("name")))
            .findFirst()
            .orElseThrow();
    Path2D shape = shape(rings(river));
    assertThat(shape.contains(112.9525, 28.190)).isTrue();
    assertThat(shape.contains(112.9556, 28.190)).isFalse();
    assertThat(shape.contains(112.9610, 28.190)).isTrue();
  }

  private static final Way ANY = new Way(0, List.of(), Map.of());

  /** Each water area as its rings. */
  private List<List<List<Node>>> waters() {
    Set<String> kinds = Set.of("water", "wetland");
    List<List<List<Node>>> areas = new ArrayList<>();
    map.ways().values().stream()
        .filter(way -> kinds.contains(way.tags().getOrDefault("natural", "")))
        .forEach(way -> areas.add(List.of(way.nodes())));
    map.relations("multipolygon").stream()
        .filter(area -> kinds.contains(area.tags().getOrDefault("natural", "")))
        .forEach(area -> areas.add(rings(area)));
    assertThat(areas).hasSizeGreaterThan(10);
    return areas;
  }

  private List<List<Node>> rings(Relation area) {
    List<List<Node>> rings = new ArrayList<>();
    rings.add(map.ring(area, "outer"));
    area.members().stream()
        .filter(member -> member.role().equals("inner"))
        .forEach(m -> rings.add(Objects.requireNonNull(map.ways().get(m.ref())).nodes()));
    return rings;
  }

  private static Stream<JsonNode> demoPlaces() {
    return Stream.of("stations", "hospitals", "callers")
        .flatMap(name -> DemoFiles.items(name + ".yaml", name).stream());
  }

  private static Stream<Segment> segments(Way way, List<Node> line) {
    return Stream.iterate(1, i -> i < line.size(), i -> i + 1)
        .map(i -> new Segment(way, line.get(i - 1), line.get(i)));
  }

  private static long units(double degrees) {
    return Math.round(degrees * 1e7);
  }

  private static boolean touches(Path2D shape, Segment s) {
    return shape.intersects(
        Math.min(s.a().lng(), s.b().lng()),
        Math.min(s.a().lat(), s.b().lat()),
        Math.max(1e-5, Math.abs(s.a().lng() - s.b().lng())),
        Math.max(1e-5, Math.abs(s.a().lat() - s.b().lat())));
  }

  private static List<List<Long>> cells(Segment s) {
    List<List<Long>> cells = new ArrayList<>();
    for (long x = cell(Math.min(s.a().lng(), s.b().lng()));
        x <= cell(Math.max(s.a().lng(), s.b().lng()));
        x++) {
      for (long y = cell(Math.min(s.a().lat(), s.b().lat()));
          y <= cell(Math.max(s.a().lat(), s.b().lat()));
          y++) {
        cells.add(List.of(x, y));
      }
    }
    return cells;
  }

  private static long cell(double degrees) {
    return (long) Math.floor(degrees / CELL_DEGREES);
  }

  private static Path2D shape(List<List<Node>> rings) {
    Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    rings.forEach(
        ring -> {
          shape.moveTo(ring.get(0).lng(), ring.get(0).lat());
          ring.forEach(p -> shape.lineTo(p.lng(), p.lat()));
        });
    return shape;
  }
}
