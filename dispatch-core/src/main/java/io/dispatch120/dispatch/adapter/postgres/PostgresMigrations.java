package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.codec.KeyRing;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the database up to date before anything else uses it. Blocking: for the start and the
 * command line. Several nodes may start at once: all but one wait for the advisory lock.
 */
public final class PostgresMigrations {
  /** One lock for migrations, seeding and partitions; also in the migrations. */
  static final long LOCK = 120_120_120L;

  private static final int CONNECT_SECONDS = 2;

  private static final String KEY_HINT =
      "Set DISPATCH120_MASTER_KEY_FILE to the file that this database was made with.";

  /** Version 15 is the oldest the migrations are written for. */
  private static final int OLDEST = 15;

  private final PostgresConfig config;
  private final String environment;
  private final @Nullable Path keyFile;

  private PostgresMigrations(PostgresConfig config, String environment, @Nullable Path keyFile) {
    this.config = config;
    this.environment = environment;
    this.keyFile = keyFile;
  }

  /**
   * @param environment {@code demo} or {@code live}
   * @param keyFile holds the master key (see {@link KeyRing#read}); null keeps it in the database
   * @throws NotOurDatabase when the database is somebody else's, of the other environment, of
   *     another master key, or too old
   * @throws StorageUnavailable when it cannot be reached
   */
  public static Installation migrate(
      PostgresConfig config, String environment, @Nullable Path keyFile) {
    return new PostgresMigrations(config, environment, keyFile).run();
  }

  /**
   * Brings the tables up to date for a tool that needs neither keys nor to know the environment.
   *
   * @throws NotOurDatabase when the database is somebody else's or too old
   * @throws StorageUnavailable when it cannot be reached
   */
  public static void migrateOnly(PostgresConfig config) {
    PostgresMigrations tool = new PostgresMigrations(config, "", null);
    tool.connected(connection -> true);
  }

  private Installation run() {
    return connected(
        connection -> {
          checkEnvironment(connection);
          return install(connection);
        });
  }

  /** What is done once the tables are up to date, still under the lock. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T connected(Work<T> work) {
    PGSimpleDataSource source = dataSource();
    try (Connection connection = source.getConnection()) {
      lock(connection);
      checkServer(connection);
      boolean known =
          exists(
              connection,
              "select 1 from pg_tables where schemaname = 'public'"
                  + " and tablename = 'installation'");
      if (known && !environment.isEmpty()) {
        checkEnvironment(connection);
      } else if (!known) {
        checkEmpty(connection);
      }
      migrate(source);
      return work.with(connection);
    } catch (SQLException e) {
      throw new StorageUnavailable(
          "PostgreSQL at " + config + " cannot be used: " + firstLine(e), false, e);
    }
  }

  private void migrate(PGSimpleDataSource source) {
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/migration")
          .schemas("public")
          .load()
          .migrate();
    } catch (FlywayException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new NotOurDatabase(
          "the tables in " + config + " are not as this version made them: " + why,
          "Start the version that made them, or restore a backup; never change the tables by hand.");
    }
  }

  private PGSimpleDataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(config.jdbcUrl());
    source.setUser(config.user());
    source.setPassword(config.password());
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setApplicationName("dispatch120 migrations");
    return source;
  }

  private static void lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
    }
  }

  private void checkServer(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      throw new NotOurDatabase(
          "PostgreSQL at " + config + " is version " + version + "; use 15 or newer");
    }
    if (!exists(connection, "select 1 where current_setting('server_encoding') = 'UTF8'")) {
      throw new NotOurDatabase(
          "the database " + config + " is not in UTF-8; create it with ENCODING 'UTF8'");
    }
  }

  private void checkEmpty(Connection connection) throws SQLException {
    boolean used =
        exists(
            connection,
            "select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')"
                + " and n.nspname not like 'pg\\_%'"
                + " and c.relname not like 'flyway\\_schema\\_history%' limit 1");
    if (used) {
      throw new NotOurDatabase(
          "the database "
              + config
              + " holds something else; give dispatch120 an empty database of its own");
    }
  }

  private void checkEnvironment(Connection connection) throws SQLException {
    String found = findText(connection, "select environment from installation");
    if (found != null && !found.equals(environment)) {
      throw new NotOurDatabase(
          "the database "
              + config
              + " is a "
              + found
              + " one and this is a "
              + environment
              + " start; use another database");
    }
  }

  private Installation install(Connection connection) throws SQLException {
    String check = findText(connection, "select key_check from installation");
    String stored = findText(connection, "select master_key from installation");
    KeyRing keys = keyFile != null ? readKeyFile(keyFile) : storedKey(check, stored);
    if (check == null) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into installation (product, environment, master_key, key_check)"
                  + " values ('dispatch120', ?, ?, ?)")) {
        insert.setString(1, environment);
        insert.setString(2, keyFile == null ? keys.text() : null);
        insert.setString(3, keys.check());
        insert.execute();
      }
    } else if (!check.equals(keys.check())) {
      throw new NotOurDatabase("the master key does not fit the database " + config, KEY_HINT);
    }
    return new Installation(environment, keys, keyFile == null);
  }

  private KeyRing storedKey(@Nullable String check, @Nullable String stored) {
    if (stored != null) {
      return KeyRing.parse(stored);
    }
    if (check != null) {
      throw new NotOurDatabase("the database " + config + " was made with a key file", KEY_HINT);
    }
    return KeyRing.random();
  }

  private static KeyRing readKeyFile(Path file) {
    try {
      return KeyRing.read(file);
    } catch (IOException e) {
      throw new NotOurDatabase("the key file cannot be used: " + e.getMessage(), KEY_HINT);
    }
  }

  private static boolean exists(Connection connection, String sql) throws SQLException {
    return findText(connection, sql) != null;
  }

  private static @Nullable String findText(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private static String firstLine(SQLException e) {
    String message = e.getMessage();
    return message == null ? e.getSQLState() : message.lines().findFirst().orElse("");
  }
}
