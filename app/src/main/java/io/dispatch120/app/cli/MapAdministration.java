package io.dispatch120.app.cli;

import java.nio.file.Path;
import java.util.function.ObjIntConsumer;

/** Imports maps into a data directory, beside a running node or without one. */
public interface MapAdministration {

  /**
   * What an import came to.
   *
   * @param fresh false when the same file had been imported before
   * @param switched whether nodes use another map from now on
   */
  record Imported(
      boolean fresh, boolean switched, int roads, int junctions, int turnRestrictions, int tiles) {}

  /**
   * Makes the map of a file and lets nodes use it. Whatever fails, the map in use stays.
   *
   * @param again even when the same file had been imported before
   * @param progress is told what is done and the percentage reached, from this thread
   * @throws io.dispatch120.app.config.StartFailure when the file or the disk cannot be used
   */
  Imported importMap(Path dataDirectory, Path file, boolean again, ObjIntConsumer<String> progress);
}
