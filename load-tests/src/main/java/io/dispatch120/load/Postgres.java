package io.dispatch120.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A durable PostgreSQL apart from any node, on a port it keeps, that can be killed and started
 * again on the same data. Use from one thread.
 */
public final class Postgres implements AutoCloseable {
  private static final String NAME = "dispatch120";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "max_connections", "200",
          "shared_buffers", "128MB",
          "max_wal_size", "512MB",
          "random_page_cost", "1.1",
          "jit", "off");

  private final Path folder;
  private final int port = FreePorts.next();
  private @Nullable EmbeddedPostgres server;

  /**
   * @param folder for binaries, data and log
   */
  public Postgres(Path folder) {
    this.folder = folder;
  }

  /** Starts it; the first time with an empty database. */
  public Postgres start() {
    boolean first = !Files.exists(data().resolve("PG_VERSION"));
    try {
      Files.createDirectories(folder);
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
              .setDataDirectory(data())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(LIMIT)
              .setOutputRedirector(log())
              .setErrorRedirector(log())
              .setPort(port);
      SETTINGS.forEach(builder::setServerConfig);
      server = builder.start();
      if (first) {
        execute("create role " + NAME + " login password '" + NAME + "'");
        newDatabase(NAME);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder.Redirect log() {
    return ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
  }

  /** What {@code DISPATCH120_DB_URL} has to be. */
  public String url() {
    return url(NAME);
  }

  public String url(String database) {
    return "postgresql://" + NAME + ":" + NAME + "@127.0.0.1:" + port + "/" + database;
  }

  public int port() {
    return port;
  }

  /** An empty database beside the first, with the same owner; gives its URL. */
  public String newDatabase(String name) {
    execute("create database " + name + " owner " + NAME);
    return url(name);
  }

  /** Runs one statement as the superuser. */
  public void execute(String sql) {
    execute("postgres", sql);
  }

  /** Runs one statement in {@code database} as the superuser. */
  public void execute(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The number that a query in {@code database} gives, as the superuser. */
  public long count(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private Connection connect(String database) throws SQLException {
    EmbeddedPostgres running = server;
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    return running.getDatabase("postgres", database).getConnection();
  }

  /** Ends all its processes at once, as the loss of its machine does. */
  public void kill() {
    killLeftover(data());
    EmbeddedPostgres dead = server;
    server = null;
    if (dead != null) {
      try {
        // Nothing is there to be stopped any more; the library still holds its lock on the folder.
        dead.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Ends the server that runs on {@code data}, if one does, and waits until it is gone. */
  static void killLeftover(Path data) {
    Optional<ProcessHandle> postmaster = findPostmaster(data);
    if (postmaster.isEmpty()) {
      return;
    }
    List<ProcessHandle> all =
        Stream.concat(postmaster.stream(), postmaster.get().descendants()).toList();
    all.forEach(process -> Signal.KILL.send(process.pid()));
    Waiting.until("end of PostgreSQL", LIMIT, () -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static Optional<ProcessHandle> findPostmaster(Path data) {
    Path file = data.resolve("postmaster.pid");
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file);
      // The process of that number may be another one by now: it must be a postgres.
      return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(p -> p.info().command().map(c -> c.endsWith("postgres")).orElse(false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  @Override
  public void close() {
    kill();
  }
}
