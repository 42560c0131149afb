package io.dispatch120.app.map;

import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.Mode;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.geo.api.RoadSpeeds;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.basemap.TileFile;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The map a node answers from: roads for its centers, tiles for its pages. A map that is imported
 * beside the running node is taken into use within some seconds. Thread-safe.
 */
public final class Maps implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Maps.class);

  /** How often it is looked whether another version is to be used: one small read. */
  private static final int LOOK_SECONDS = 3;

  /** Tiles of a map that is out of use can still be read so long. */
  private static final int LINGER_SECONDS = 30;

  private final RoadSpeeds speeds;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "maps");
            thread.setDaemon(true);
            return thread;
          });
  private final List<WeakReference<SwitchingRoads>> given = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private volatile @Nullable LoadedMap map;
  private @Nullable String refused;

  private Maps(RoadSpeeds speeds) {
    this.speeds = speeds;
  }

  /**
   * Opens the map that the configuration names, importing its file first when that is new;
   * otherwise the one last imported into the data directory; otherwise, in a demo, the demo's own.
   *
   * @param progress is told of an import, from this thread
   * @throws StartFailure when the map named, or the file of speeds, cannot be used
   */
  public static Maps open(
      Configuration configuration, Path dataDirectory, Consumer<MapProgress> progress) {
    Maps maps = new Maps(SpeedsFile.read(configuration.roadSpeeds()));
    MapStore store = new MapStore(dataDirectory.resolve("map"));
    Optional<Path> named = configuration.map();
    if (named.isPresent()) {
      maps.openNamed(named.get(), store, progress);
      return maps;
    }
    Optional<Path> current = store.findCurrent();
    if (current.isPresent()) {
      maps.openCurrent(current.get());
    } else if (configuration.mode() == Mode.DEMO) {
      maps.map = demo(store, dataDirectory, progress);
    }
    maps.watch.scheduleWithFixedDelay(
        () -> maps.look(store), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    return maps;
  }

  private void openNamed(Path named, MapStore store, Consumer<MapProgress> progress) {
    Path version =
        Files.isDirectory(named)
            ? new MapStore(named).findCurrent().orElse(named)
            : store.importFile(named, false, progress).version();
    try {
      map = LoadedMap.open(version);
    } catch (IOException e) {
      throw new StartFailure(
          "DISPATCH120_MAP " + named + " can not be used: " + e.getMessage(),
          "Name an OpenStreetMap file, or a folder that import map has made.",
          e);
    }
  }

  /** Without its map a center must still start: it is warned, and answers by straight lines. */
  private void openCurrent(Path current) {
    try {
      map = LoadedMap.open(current);
    } catch (IOException e) {
      log.error("the map {} can not be used: {}", current, e.getMessage());
      refused = String.valueOf(current.getFileName());
      warnings.add(
          "the map in "
              + current
              + " can not be used ("
              + e.getMessage()
              + "); travel times are straight-line guesses. Import it again with --force.");
    }
  }

  private static LoadedMap demo(
      MapStore store, Path dataDirectory, Consumer<MapProgress> progress) {
    try (DemoMapFile file = DemoMapFile.in(dataDirectory)) {
      return LoadedMap.open(store.importFile(file.path(), false, progress).version());
    } catch (IOException e) {
      throw new StartFailure(
          "the demo's map can not be used: " + e.getMessage(),
          "Delete " + dataDirectory.resolve("map") + " and start again.",
          e);
    }
  }

  /** Takes another version into use when there is one. */
  private void look(MapStore store) {
    try {
      Optional<Path> current = store.findCurrent();
      if (current.isEmpty()) {
        return;
      }
      String name = String.valueOf(current.get().getFileName());
      LoadedMap before = map;
      if (name.equals(refused) || (before != null && before.name().equals(name))) {
        return;
      }
      refused = name;
      LoadedMap next = LoadedMap.open(current.get());
      switchTo(next);
      refused = null;
      log.info("map {} of {} is in use", name, next.manifest().file());
      if (before != null) {
        watch.schedule(() -> close(before.tiles()), LINGER_SECONDS, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      log.error("the map that was imported can not be used: {}; nothing changes", e.getMessage());
    } catch (RuntimeException e) {
      log.error("the map that was imported can not be used; nothing changes", e);
    }
  }

  private void switchTo(LoadedMap next) {
    List<SwitchingRoads> all;
    synchronized (given) {
      map = next;
      given.removeIf(reference -> reference.get() == null);
      all = given.stream().map(WeakReference::get).filter(roads -> roads != null).toList();
    }
    for (SwitchingRoads roads : all) {
      roads.switchTo(next.roads().newRoads(speeds));
    }
  }

  /**
   * The roads of one center: ask once and keep it, it changes to another map by itself. Straight
   * lines while there is no map. Takes up to a second; not for event loops.
   */
  public Roads newRoads() {
    synchronized (given) {
      LoadedMap now = map;
      SwitchingRoads roads =
          new SwitchingRoads(
              now == null
                  ? new StraightLineTravelTimes(StraightLineTravelTimes.Assumptions.DEFAULTS)
                  : now.roads().newRoads(speeds));
      given.add(new WeakReference<>(roads));
      return roads;
    }
  }

  /** The base map in use; empty when there is no map. */
  public Optional<Ground> ground() {
    LoadedMap now = map;
    return now == null
        ? Optional.empty()
        : Optional.of(new Ground(now.name(), now.tiles().map(), now.tiles()));
  }

  /** What the map is made from, for the start report; empty when there is no map. */
  public Optional<String> describe() {
    LoadedMap now = map;
    return now == null
        ? Optional.empty()
        : Optional.of("%s, %,d roads".formatted(now.manifest().file(), now.manifest().roads()));
  }

  /** What an operator should know. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  private static void close(TileFile tiles) {
    try {
      tiles.close();
    } catch (IOException e) {
      log.warn("tiles of a map can not be closed", e);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    LoadedMap last = map;
    if (last != null) {
      close(last.tiles());
    }
  }
}
