package io.dispatch120.app.cli;

import io.dispatch120.app.config.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;

/** Adds dispatch centres. */
public interface CenterAdministration {
  /**
   * What was added, in numbers.
   *
   * @param warnings what should be put right, in words
   */
  record Added(String id, int stations, int units, int hospitals, int aeds, List<String> warnings) {
    public Added {
      warnings = List.copyOf(warnings);
    }

    /** With nothing to put right. */
    public Added(String id, int stations, int units, int hospitals, int aeds) {
      this(id, stations, units, hospitals, aeds, List.of());
    }
  }

  /**
   * Adds the centre that the files of {@code folder} describe.
   *
   * @throws io.dispatch120.app.config.StartFailure when a file cannot be read, or the centre is
   *     there already
   */
  Added add(DatabaseUrl database, Path folder);
}
