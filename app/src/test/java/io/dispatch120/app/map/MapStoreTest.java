package io.dispatch120.app.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.app.config.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapStoreTest {
  @TempDir private Path folder;

  private Path maps;
  private MapStore store;
  private Path town;

  @BeforeEach
  void prepare() throws IOException {
    maps = folder.resolve("map");
    store = new MapStore(maps);
    town = TownFile.write(folder.resolve("town.osm"), 4);
  }

  private MapStore.Imported take(Path file, boolean again) {
    return store.importFile(file, again, told -> {});
  }

  @Test
  void makesAVersionThatCanBeOpenedAndSaysHowFarItIs() throws IOException {
    List<Integer> percents = new ArrayList<>();
    MapStore.Imported imported =
        store.importFile(town, false, told -> percents.add(told.percent()));
    assertThat(imported.fresh()).isTrue();
    assertThat(percents).isSorted().allMatch(percent -> percent >= 0 && percent < 100);
    assertThat(store.findCurrent()).isEmpty();
    store.use(imported.version());
    assertThat(store.findCurrent()).contains(imported.version());
    try (LoadedMap map = LoadedMap.open(imported.version())) {
      assertThat(map.manifest().file()).isEqualTo("town.osm");
      assertThat(map.roads().roads()).isEqualTo(24);
      assertThat(map.tiles().map().illustrative()).isFalse();
    }
    assertThat(names()).containsExactlyInAnyOrder("current", "import.lock", name(imported));
  }

  @Test
  void doesNothingForTheSameFileAndAllAgainWhenTold() throws IOException {
    MapStore.Imported first = take(town, false);
    Path copy = Files.copy(town, folder.resolve("other-name.osm"));
    assertThat(take(copy, false)).isEqualTo(new MapStore.Imported(first.version(), false));
    MapStore.Imported again = take(town, true);
    assertThat(again.fresh()).isTrue();
    assertThat(again.version()).isNotEqualTo(first.version());
    assertThat(take(town, false).version()).isEqualTo(again.version());
  }

  @Test
  void keepsTheMapInUseWhateverIsWrongWithAFile() throws IOException {
    MapStore.Imported good = take(town, false);
    store.use(good.version());
    byte[] text = Files.readAllBytes(town);
    Path bad = folder.resolve("bad.osm");
    for (byte[] content :
        List.of(
            new byte[0],
            Arrays.copyOf(text, text.length / 2),
            "no map".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "<osm/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
      Files.write(bad, content);
      assertThatThrownBy(() -> take(bad, false))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("bad.osm");
      assertThat(store.findCurrent()).contains(good.version());
      assertThat(names()).containsExactlyInAnyOrder("current", "import.lock", name(good));
    }
    assertThatThrownBy(() -> take(folder.resolve("none.osm"), false))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("can not be read");
  }

  @Test
  void clearsAwayWhatAKilledImportLeft() throws IOException {
    Files.createDirectories(maps.resolve("building/scratch"));
    Files.writeString(maps.resolve("building/scratch/nodes"), "half");
    assertThat(names()).contains("building");
    take(town, false);
    assertThat(names()).doesNotContain("building");
  }

  @Test
  void letsOneImportRunAtATime() throws IOException {
    Files.createDirectories(maps);
    try (MapLock lock = MapLock.take(maps)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> take(town, false))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("another map import is running");
    }
    assertThat(take(town, false).fresh()).isTrue();
  }

  @Test
  void keepsTheLastVersionsAndTheOneInUse() throws IOException {
    MapStore.Imported used = take(town, false);
    store.use(used.version());
    for (int streets = 5; streets < 9; streets++) {
      take(TownFile.write(folder.resolve("town.osm"), streets), false);
    }
    assertThat(names()).hasSize(5).contains(name(used));
  }

  private static String name(MapStore.Imported imported) {
    return imported.version().getFileName().toString();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(maps)) {
      return entries.map(path -> path.getFileName().toString()).toList();
    }
  }
}
