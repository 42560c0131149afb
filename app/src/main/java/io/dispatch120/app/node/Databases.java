package io.dispatch120.app.node;

import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.Mode;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.dispatch.adapter.postgres.Installation;
import io.dispatch120.dispatch.adapter.postgres.NotOurDatabase;
import io.dispatch120.dispatch.adapter.postgres.PostgresConfig;
import io.dispatch120.dispatch.adapter.postgres.PostgresMigrations;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** From an address to a database that is ours and up to date. */
final class Databases {
  private Databases() {}

  static PostgresConfig config(DatabaseUrl url) {
    return new PostgresConfig(url.host(), url.port(), url.user(), url.password(), url.database());
  }

  /**
   * Migrates, and makes sure that demo and live never meet.
   *
   * @throws StartFailure with what the operator can do
   */
  static Installation open(DatabaseUrl url, Mode mode, Optional<Path> masterKeyFile) {
    String environment = mode == Mode.DEMO ? "demo" : "live";
    return explained(
        () -> PostgresMigrations.migrate(config(url), environment, masterKeyFile.orElse(null)));
  }

  /** Migrates for a command line tool. */
  static void prepare(DatabaseUrl url) {
    explained(
        () -> {
          PostgresMigrations.migrateOnly(config(url));
          return url;
        });
  }

  private static <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (NotOurDatabase e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e.hint(), e);
    } catch (StorageUnavailable e) {
      throw unavailable(e);
    }
  }

  /** What an operator is told when the database does not answer at the start. */
  static StartFailure unavailable(StorageUnavailable fault) {
    return new StartFailure(
        String.valueOf(fault.getMessage()),
        "Check that PostgreSQL runs there and that user and password in DISPATCH120_DB_URL are right.",
        fault);
  }
}
