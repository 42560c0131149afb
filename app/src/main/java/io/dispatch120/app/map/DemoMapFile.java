package io.dispatch120.app.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The demo's own OpenStreetMap file, unpacked from the product while it is needed. */
final class DemoMapFile implements AutoCloseable {
  private static final String RESOURCE = "/demo/west-bank.osm.gz";

  private final Path path;

  private DemoMapFile(Path path) {
    this.path = path;
  }

  static DemoMapFile in(Path folder) throws IOException {
    Path path = folder.resolve("west-bank.osm.gz");
    try (InputStream in =
        Objects.requireNonNull(DemoMapFile.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
    }
    return new DemoMapFile(path);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
