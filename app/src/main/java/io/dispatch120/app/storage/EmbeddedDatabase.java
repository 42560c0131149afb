package io.dispatch120.app.storage;

import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own on {@code DATA_DIR/postgres}: durable, on loopback only, closed to
 * whoever does not have its password.
 *
 * <p>The library under it is made for tests and does not keep data by default; every setting that
 * decides about durability is given here and asked back from the running server before anybody may
 * use it. Use from one thread.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private static final String NAME = "dispatch120";
  private static final String ADMIN = "postgres";
  private static final String ADMIN_SECRET = "postgres-admin";
  private static final String USER_SECRET = "postgres-dispatch120";
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  /** Without any of these an acknowledged call could be lost. */
  private static final List<String> DURABILITY =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  /** For one node beside its database on a small server. Values must need no shell quoting. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("max_connections", "100"),
          Map.entry("shared_buffers", "128MB"),
          Map.entry("wal_level", "replica"),
          Map.entry("max_wal_size", "512MB"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("jit", "off"),
          // A week of warnings at most; no statement and no detail, they may hold personal data.
          Map.entry("logging_collector", "on"),
          Map.entry("log_directory", "log"),
          Map.entry("log_filename", "postgresql-%a.log"),
          Map.entry("log_rotation_age", "1d"),
          Map.entry("log_rotation_size", "0"),
          Map.entry("log_truncate_on_rotation", "on"),
          Map.entry("log_checkpoints", "off"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_error_verbosity", "terse"));

  private final EmbeddedPostgres server;
  private final DatabaseUrl url;

  private EmbeddedDatabase(EmbeddedPostgres server, DatabaseUrl url) {
    this.server = server;
    this.url = url;
  }

  /**
   * Starts the server, after stopping one that a killed process left; makes data, role and database
   * on the first start. Takes about 3 s the first time and well under 1 s later.
   *
   * @throws StartFailure when it can not start, or would not be durable
   */
  public static EmbeddedDatabase start(DataDirectory directory) {
    refuseRootWithoutNamespaces();
    PostgresFolders folders = new PostgresFolders(directory.path(), PostgresVersion.ofThisBuild());
    Secrets secrets = directory.secrets();
    Path startLog = directory.path().resolve("postgres-start.log");
    try {
      new LeftoverPostmaster(folders.data()).stop();
      boolean first = folders.prepare();
      if (!first && !secrets.exists(ADMIN_SECRET)) {
        throw new StartFailure(
            secrets.file(ADMIN_SECRET) + " is missing, the password of the embedded PostgreSQL",
            "Restore the folder secrets from a backup of this data directory.");
      }
      EmbeddedPostgres server = startServer(folders, secrets, startLog);
      DatabaseUrl url =
          new DatabaseUrl(
              "127.0.0.1", server.getPort(), NAME, secrets.getOrMake(USER_SECRET), NAME);
      EmbeddedDatabase database = new EmbeddedDatabase(server, url);
      try {
        database.makeRoleAndDatabase();
        database.refuseUnlessDurable();
        folders.started();
      } catch (SQLException | IOException | RuntimeException e) {
        database.close();
        throw e;
      }
      log.info("embedded PostgreSQL is ready on port {}", server.getPort());
      return database;
    } catch (IOException | SQLException | IllegalStateException e) {
      throw new StartFailure(
          "the embedded PostgreSQL does not start",
          "See " + startLog + " and " + folders.data().resolve("log") + ".",
          e);
    }
  }

  /** How to reach it, as the owner of its database but no superuser. */
  public DatabaseUrl url() {
    return url;
  }

  /** Stops it within 5 s: sessions are ended, what was committed is kept. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      log.warn("the embedded PostgreSQL did not stop cleanly; its next start recovers", e);
    }
  }

  private static EmbeddedPostgres startServer(
      PostgresFolders folders, Secrets secrets, Path startLog) throws IOException {
    String adminPassword = secrets.getOrMake(ADMIN_SECRET);
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPgBinaryResolver(new BundledBinaries())
            .setOverrideWorkingDirectory(folders.unpacked().toFile())
            .setDataDirectory(folders.data())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_TIMEOUT)
            .setOutputRedirector(ProcessBuilder.Redirect.to(startLog.toFile()))
            .setErrorRedirector(ProcessBuilder.Redirect.to(startLog.toFile()))
            .setConnectConfig("password", adminPassword)
            // These end up as options of initdb, after the library's own "-A trust". So there is no
            // moment in which another user of this machine could sign in without the password.
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", secrets.file(ADMIN_SECRET).toString())
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8");
    SETTINGS.forEach(builder::setServerConfig);
    DURABILITY.forEach(setting -> builder.setServerConfig(setting, "on"));
    return builder.start();
  }

  private void makeRoleAndDatabase() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      boolean roleExists =
          exists(statement, "select 1 from pg_roles where rolname = '" + NAME + "'");
      statement.execute(
          (roleExists ? "alter" : "create")
              + " role "
              + NAME
              + " login nosuperuser nocreatedb nocreaterole noreplication password '"
              + url.password()
              + "'");
      if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
        statement.execute("create database " + NAME + " owner " + NAME);
        statement.execute("revoke all on database " + NAME + " from public");
        statement.execute("revoke all on database " + ADMIN + " from public");
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /** Asks as the role and in the database that will be used: both can override the server. */
  private void refuseUnlessDurable() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
        Statement statement = connection.createStatement()) {
      for (String setting : DURABILITY) {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
          row.next();
          String value = row.getString(1);
          if (!"on".equals(value)) {
            throw new StartFailure(
                "the embedded PostgreSQL runs with " + setting + " = " + value,
                "It must be on, or acknowledged calls could be lost: remove what sets it.");
          }
        }
      }
    }
  }

  /** An instance per server: the library remembers by its resolver where it unpacked. */
  private static final class BundledBinaries implements PgBinaryResolver {
    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
    }
  }

  /** PostgreSQL refuses to run as root; the library steps aside into a user namespace. */
  private static void refuseRootWithoutNamespaces() {
    boolean root =
        "root".equals(System.getProperty("user.name")) && Files.isDirectory(Path.of("/proc"));
    if (root && !LinuxUtils.isUnshareAvailable()) {
      throw new StartFailure(
          "the embedded PostgreSQL can not run as root here (no user namespaces)",
          "Run dispatch120 as a normal user, or name a database with DISPATCH120_DB_URL.");
    }
  }
}
