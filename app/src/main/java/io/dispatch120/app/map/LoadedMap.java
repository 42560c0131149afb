package io.dispatch120.app.map;

import io.dispatch120.geo.basemap.TileFile;
import io.dispatch120.geo.routing.MapUnreadable;
import io.dispatch120.geo.routing.RoadMap;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A version in use.
 *
 * @param version its folder
 */
record LoadedMap(Path version, MapManifest manifest, RoadMap roads, TileFile tiles)
    implements AutoCloseable {

  /**
   * Reads a version; about a second for a province.
   *
   * @throws IOException when it is not there, or not whole; the message says what to do
   */
  static LoadedMap open(Path version) throws IOException {
    try {
      RoadMap roads = RoadMap.open(version);
      return new LoadedMap(
          version,
          MapStore.manifest(version),
          roads,
          TileFile.open(version.resolve(MapStore.TILES)));
    } catch (MapUnreadable e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  String name() {
    return String.valueOf(version.getFileName());
  }

  @Override
  public void close() throws IOException {
    tiles.close();
  }
}
