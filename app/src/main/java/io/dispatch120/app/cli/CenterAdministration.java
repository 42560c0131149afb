package io.dispatch120.app.cli;

import io.dispatch120.app.config.DatabaseUrl;
import java.nio.file.Path;

/** Adds dispatch centres. */
public interface CenterAdministration {
  /** What was added, in numbers. */
  record Added(String id, int stations, int units, int hospitals, int aeds) {}

  /**
   * Adds the centre that the files of {@code folder} describe.
   *
   * @throws io.dispatch120.app.config.StartFailure when a file cannot be read, or the centre is
   *     there already
   */
  Added add(DatabaseUrl database, Path folder);
}
