package io.dispatch120.app.map;

import io.dispatch120.app.cli.MapAdministration;
import io.dispatch120.app.config.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/** {@code import map}: works beside a running node, which takes the new map by itself. */
public final class MapTool implements MapAdministration {

  @Override
  public Imported importMap(
      Path dataDirectory, Path file, boolean again, ObjIntConsumer<String> progress) {
    if (!Files.isRegularFile(file)) {
      throw new StartFailure("there is no map file " + file, "Name an OpenStreetMap file.");
    }
    MapStore store = new MapStore(dataDirectory.resolve("map"));
    MapStore.Imported imported =
        store.importFile(file, again, told -> progress.accept(told.doing(), told.percent()));
    try (LoadedMap opened = LoadedMap.open(imported.version())) {
      boolean used = store.findCurrent().equals(Optional.of(imported.version()));
      if (!used) {
        store.use(imported.version());
      }
      MapManifest manifest = opened.manifest();
      return new Imported(
          imported.fresh(),
          !used,
          manifest.roads(),
          manifest.junctions(),
          manifest.turnRestrictions(),
          manifest.tiles());
    } catch (IOException e) {
      throw new StartFailure(
          "the map made before from this file is damaged: " + e.getMessage(),
          "Make it again with --force.",
          e);
    }
  }
}
