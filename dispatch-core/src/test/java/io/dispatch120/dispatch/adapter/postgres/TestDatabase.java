package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.codec.KeyRing;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests: one server for the whole run, and a fresh, migrated database for
 * each that asks, copied from a template in some 50 ms.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final PostgresConfig config;
  private final KeyRing keys;
  private final Vertx vertx = Vertx.vertx();
  private final PostgresPool pool;

  private TestDatabase(PostgresConfig config, KeyRing keys) {
    this.config = config;
    this.keys = keys;
    this.pool = PostgresPool.open(vertx, config, 8);
  }

  /** A database as a first start leaves it. */
  public static TestDatabase migrated() {
    String name = "db" + COUNT.incrementAndGet();
    execute("postgres", "create database " + name + " template " + TEMPLATE);
    return new TestDatabase(configOf(name), Server.KEYS);
  }

  /** An empty database, not yet ours. */
  static PostgresConfig empty() {
    String name = "db" + COUNT.incrementAndGet();
    execute("postgres", "create database " + name);
    return configOf(name);
  }

  static PostgresConfig configOf(String database) {
    return new PostgresConfig(
        "127.0.0.1", Server.POSTGRES.getPort(), "postgres", "postgres", database);
  }

  static void execute(String database, String sql) {
    try (Connection connection = Server.POSTGRES.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** As a superuser would, past every port. */
  public void execute(String sql) {
    execute(config.database(), sql);
  }

  public PostgresConfig config() {
    return config;
  }

  public KeyRing keys() {
    return keys;
  }

  public Vertx vertx() {
    return vertx;
  }

  public PostgresPool pool() {
    return pool;
  }

  public PostgresStorage storage() {
    return new PostgresStorage(pool, keys);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();
    static final KeyRing KEYS = migrateTemplate();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static KeyRing migrateTemplate() {
      TestDatabase.execute("postgres", "create database " + TEMPLATE);
      return PostgresMigrations.migrate(configOf(TEMPLATE), "demo", null).keys();
    }
  }
}
