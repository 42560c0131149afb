package io.dispatch120.app.storage;

import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.app.config.StorageConfiguration;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives a command line tool the database, whether a node is running or not: the one that is named,
 * else the running node's, else the embedded one, started for as long as the tool works.
 */
public final class DatabaseAccess {
  private final StorageConfiguration storage;

  public DatabaseAccess(StorageConfiguration storage) {
    this.storage = storage;
  }

  /**
   * Runs the work with a database that is there while it runs.
   *
   * @throws StartFailure when none can be reached or started
   */
  public <T> T with(Function<DatabaseUrl, T> work) {
    if (storage.databaseUrl().isPresent()) {
      return work.apply(storage.databaseUrl().get());
    }
    Optional<DataDirectory> free = DataDirectory.tryOpen(storage.dataDirectory());
    if (free.isEmpty()) {
      return work.apply(ofRunningNode());
    }
    try (DataDirectory directory = free.get();
        EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      return work.apply(database.url());
    }
  }

  private DatabaseUrl ofRunningNode() {
    Optional<RuntimeFile.RunningNodeFacts> node;
    try {
      node = RuntimeFile.find(storage.dataDirectory());
    } catch (IOException e) {
      throw new StartFailure(
          "the running dispatch120 in " + storage.dataDirectory() + " can not be asked",
          "Run this command as the user that runs dispatch120.",
          e);
    }
    return node.orElseThrow(
            () ->
                new StartFailure(
                    "another dispatch120 in "
                        + storage.dataDirectory()
                        + " is starting or stopping",
                    "Try again in a few seconds."))
        .database()
        .orElseThrow(
            () ->
                new StartFailure(
                    "the running dispatch120 uses a database of its own setting",
                    "Set the same DISPATCH120_DB_URL for this command."));
  }
}
