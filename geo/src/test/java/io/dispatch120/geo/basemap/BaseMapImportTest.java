package io.dispatch120.geo.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.geo.basemap.DecodedTile.Feature;
import io.dispatch120.geo.osm.OsmUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseMapImportTest {
  @TempDir private Path folder;

  private final SmallMap osm = new SmallMap();

  /** The tile at zoom 14 that holds 112.93 E, 28.2 N, and the ones beside it. */
  private static final int X = 13331;

  private static final int Y = 6853;

  private TileFile build() throws IOException {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Path target = folder.resolve("tiles");
    BaseMap map =
        BaseMapImport.build(
            osm.writeTo(folder.resolve("map.osm")), target, scratch, (step, done, total) -> {});
    TileFile file = TileFile.open(target);
    assertThat(file.map()).isEqualTo(map);
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
    return file;
  }

  private static DecodedTile tile(TileFile file, int zoom, int x, int y) throws IOException {
    return DecodedTile.ofGzip(Objects.requireNonNull(file.find(zoom, x, y), "no tile"));
  }

  @Test
  void drawsARoadAcrossTilesWithoutAGap() throws IOException {
    long a = osm.node(112.92, 28.2);
    long b = osm.node(112.96, 28.2013);
    osm.way(new long[] {a, b}, "highway=primary", "name=长路", "name:en=Long Road");
    try (TileFile file = build()) {
      int first = (int) Math.floor((112.92 / 360 + 0.5) * (1 << 14));
      int last = (int) Math.floor((112.96 / 360 + 0.5) * (1 << 14));
      assertThat(last).isGreaterThan(first);
      Double endOfLast = null;
      for (int x = first; x <= last; x++) {
        Feature road = tile(file, 14, x, Y).layer("roads").get(0);
        assertThat(road.properties()).containsEntry("name", "长路").containsEntry("class", "primary");
        List<Integer> line = road.parts().get(0);
        double atLeftEdge = yAt(line, 0);
        if (endOfLast != null) {
          assertThat(atLeftEdge).isCloseTo(endOfLast, org.assertj.core.data.Offset.offset(1.0));
          assertThat(line.get(0)).isLessThanOrEqualTo(0);
        }
        endOfLast = x < last ? yAt(line, Slicer.EXTENT) : null;
      }
    }
  }

  private static double yAt(List<Integer> line, int x) {
    double t = (x - line.get(0)) / (double) (line.get(2) - line.get(0));
    return line.get(1) + t * (line.get(3) - line.get(1));
  }

  @Test
  void showsRoadsFromTheZoomOfTheirClassOn() throws IOException {
    long a = osm.node(112.93, 28.2);
    long b = osm.node(112.931, 28.201);
    osm.way(new long[] {a, b}, "highway=residential", "name=小巷");
    long c = osm.node(112.9312, 28.1995);
    osm.way(new long[] {a, c}, "highway=motorway", "tunnel=yes");
    osm.way(new long[] {b, c}, "highway=footway");
    try (TileFile file = build()) {
      assertThat(tile(file, 14, X, Y).layer("roads").stream().map(Feature::properties))
          .containsExactlyInAnyOrder(
              Map.of("class", "local", "name", "小巷"), Map.of("class", "motorway", "tunnel", true));
      assertThat(tile(file, 13, X / 2, Y / 2).layer("roads").stream().map(Feature::properties))
          .containsExactlyInAnyOrder(
              Map.of("class", "local"), Map.of("class", "motorway", "tunnel", true));
      assertThat(tile(file, 12, X / 4, Y / 4).layer("roads")).hasSize(1);
      assertThat(file.find(5, X >> 9, Y >> 9)).isNull();
    }
  }

  @Test
  void joinsWaysToAnAreaWithAHole() throws IOException {
    road();
    long[] corner = {
      osm.node(112.930, 28.2),
      osm.node(112.935, 28.2),
      osm.node(112.935, 28.204),
      osm.node(112.930, 28.204)
    };
    long[] inner = {
      osm.node(112.932, 28.201), osm.node(112.933, 28.201), osm.node(112.9325, 28.202)
    };
    long one = osm.way(new long[] {corner[0], corner[1], corner[2]});
    long two = osm.way(new long[] {corner[0], corner[3], corner[2]});
    long hole = osm.way(new long[] {inner[0], inner[1], inner[2], inner[0]});
    osm.relation(
        "%d:outer %d:outer %d:inner".formatted(one, two, hole),
        "type=multipolygon",
        "natural=water",
        "name=湖");
    try (TileFile file = build()) {
      DecodedTile tile = tile(file, 14, X, Y);
      Feature lake = tile.layer("water").get(0);
      assertThat(lake.parts()).hasSize(2);
      assertThat(area(lake.parts().get(0))).isPositive();
      assertThat(area(lake.parts().get(1))).isNegative();
    }
  }

  private static double area(List<Integer> ring) {
    return Shapes.area(ring.stream().mapToInt(Integer::intValue).toArray());
  }

  @Test
  void leavesOutAnAreaThatIsNotClosed() throws IOException {
    road();
    long way = osm.way(new long[] {1, 2, osm.node(112.935, 28.204)});
    osm.relation(way + ":outer", "type=multipolygon", "natural=water");
    try (TileFile file = build()) {
      assertThat(tile(file, 14, X, Y).layer("water")).isEmpty();
    }
  }

  @Test
  void writesALabelOnceAndInItsOwnTile() throws IOException {
    road();
    osm.node(112.9301, 28.2001, "place=suburb", "name=麓谷", "name:en=Lugu");
    osm.node(112.9302, 28.2002, "place=suburb", "name=麓谷");
    osm.node(112.9303, 28.2003, "place=town", "dispatch120:rank=1", "name:zh=城", "name=Town");
    try (TileFile file = build()) {
      assertThat(tile(file, 14, X, Y).layer("places").stream().map(Feature::properties))
          .containsExactlyInAnyOrder(
              Map.of("name", "麓谷", "nameEn", "Lugu", "rank", 2), Map.of("name", "城", "rank", 1));
    }
  }

  @Test
  void drawsBordersOfAreasAndSaysWhoseMapItIs() throws IOException {
    long a = osm.node(112.93, 28.2);
    long b = osm.node(112.931, 28.201);
    osm.way(new long[] {a, b}, "highway=primary", "source=demo");
    long border = osm.way(new long[] {a, b});
    osm.relation(border + ":outer", "type=boundary", "boundary=administrative", "admin_level=8");
    try (TileFile file = build()) {
      assertThat(tile(file, 14, X, Y).layer("districts")).hasSize(1);
      assertThat(file.map().illustrative()).isTrue();
      assertThat(file.map().west()).isCloseTo(112.93, org.assertj.core.data.Offset.offset(1e-6));
      assertThat(file.map().north()).isCloseTo(28.201, org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  @Test
  void refusesAMapWithoutRoads() {
    osm.node(112.93, 28.2);
    assertThatThrownBy(this::build).isInstanceOf(OsmUnreadable.class).hasMessage("it has no roads");
  }

  @Test
  void refusesATileFileThatIsCutOff() throws IOException {
    road();
    build().close();
    Path whole = folder.resolve("tiles");
    byte[] bytes = Files.readAllBytes(whole);
    for (int size : new int[] {0, 31, bytes.length / 2, bytes.length - 1}) {
      Files.write(whole, java.util.Arrays.copyOf(bytes, size));
      assertThatThrownBy(() -> TileFile.open(whole)).isInstanceOf(IOException.class);
    }
    bytes[bytes.length - 60] ^= 1;
    Files.write(whole, bytes);
    assertThatThrownBy(() -> TileFile.open(whole)).hasMessageContaining("damaged");
  }

  private void road() {
    long a = osm.node(112.93, 28.2);
    long b = osm.node(112.931, 28.201);
    osm.way(new long[] {a, b}, "highway=primary");
  }
}
