package io.dispatch120.app.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.ConfigurationReader;
import io.dispatch120.app.config.Mode;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapsTest {
  private static final LngLat HERE = new LngLat(112.9, 28.2);
  private static final LngLat THERE = new LngLat(112.904, 28.2036);

  @TempDir private Path data;

  private Maps open(Mode mode, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("DISPATCH120_DATA_DIR", data.toString());
    Configuration configuration =
        new ConfigurationReader(environment, null, data).read(mode, List.of());
    return Maps.open(configuration, data, told -> {});
  }

  private static TravelMethod method(Roads roads) {
    return roads.toDestination(List.of(HERE), THERE, TravelProfile.AMBULANCE).get(0).method();
  }

  @Test
  void takesAMapThatIsImportedBesideItIntoUse() throws IOException {
    try (Maps maps = open(Mode.SERVE, Map.of())) {
      Roads roads = maps.newRoads();
      roads.use(new RoadConditions(LocalDateTime.of(2026, 3, 2, 12, 0), List.of()));
      assertThat(maps.ground()).isEmpty();
      assertThat(method(roads)).isEqualTo(TravelMethod.STRAIGHT_LINE);

      Path town = TownFile.write(data.resolve("town.osm"), 5);
      new MapTool().importMap(data, town, false, (doing, percent) -> {});
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> method(roads) == TravelMethod.ROAD && maps.ground().isPresent());
      String version = maps.ground().orElseThrow().version();

      // A map that cannot be read changes nothing.
      Path broken = Files.createDirectory(data.resolve("map/00112233aabbccdd.1.1"));
      new MapStore(data.resolve("map")).use(broken);
      await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
      assertThat(method(roads)).isEqualTo(TravelMethod.ROAD);
      assertThat(maps.ground().orElseThrow().version()).isEqualTo(version);
    }
  }

  @Test
  void startsWithoutAMapThatIsDamagedAndWarns() throws IOException {
    Path town = TownFile.write(data.resolve("town.osm"), 5);
    new MapTool().importMap(data, town, false, (doing, percent) -> {});
    Path version = new MapStore(data.resolve("map")).findCurrent().orElseThrow();
    Files.write(version.resolve("roads.bin"), new byte[10]);
    try (Maps maps = open(Mode.SERVE, Map.of())) {
      assertThat(method(maps.newRoads())).isEqualTo(TravelMethod.STRAIGHT_LINE);
      assertThat(maps.warnings()).singleElement().asString().contains("Import it again");
    }
  }

  @Test
  void importsTheFileASettingNamesOnceAndTakesAFolderToo() throws IOException {
    Path town = TownFile.write(data.resolve("town.osm"), 5);
    Map<String, String> named = Map.of("DISPATCH120_MAP", town.toString());
    String version;
    try (Maps maps = open(Mode.SERVE, named)) {
      assertThat(method(maps.newRoads())).isEqualTo(TravelMethod.ROAD);
      version = maps.ground().orElseThrow().version();
    }
    try (Maps maps = open(Mode.SERVE, named)) {
      assertThat(maps.ground().orElseThrow().version()).isEqualTo(version);
    }
    Path folder = data.resolve("map").resolve(version);
    try (Maps maps = open(Mode.SERVE, Map.of("DISPATCH120_MAP", folder.toString()))) {
      assertThat(maps.describe()).hasValueSatisfying(text -> assertThat(text).contains("town.osm"));
    }
    Path empty = Files.createDirectory(data.resolve("empty"));
    assertThatThrownBy(() -> open(Mode.SERVE, Map.of("DISPATCH120_MAP", empty.toString())))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("DISPATCH120_MAP");
  }

  @Test
  void bringsTheDemoItsOwnMap() {
    try (Maps maps = open(Mode.DEMO, Map.of())) {
      assertThat(maps.ground().orElseThrow().map().illustrative()).isTrue();
      LngLat station = new LngLat(112.9064, 28.2126);
      LngLat hospital = new LngLat(112.94008, 28.22357);
      assertThat(
              maps.newRoads()
                  .toDestination(List.of(station), hospital, TravelProfile.AMBULANCE)
                  .get(0))
          .satisfies(
              travel -> {
                assertThat(travel.method()).isEqualTo(TravelMethod.ROAD);
                assertThat(travel.seconds()).isBetween(150.0, 900.0);
              });
      assertThat(data.resolve("west-bank.osm.gz")).doesNotExist();
    }
  }
}
