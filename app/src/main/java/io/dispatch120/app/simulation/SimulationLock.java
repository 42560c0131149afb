package io.dispatch120.app.simulation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Held by one node of a database at a time, as long as its connection lives. PostgreSQL gives it to
 * another one when this one dies. To be used from one event loop.
 */
final class SimulationLock {
  /** Any number that nobody else uses as a lock in this database. */
  private static final long KEY = 120_120_777L;

  private static final long ANSWER_MILLIS = 3_000;

  private final Vertx vertx;
  private final PgConnectOptions database;
  private @Nullable PgConnection holding;
  private boolean closed;

  SimulationLock(Vertx vertx, PgConnectOptions database) {
    this.vertx = vertx;
    this.database = database;
  }

  /** Whether it is held now, after trying to get it. Never fails: no database, no lock. */
  Future<Boolean> hold() {
    PgConnection connection = holding;
    if (connection != null) {
      return query(connection, "select true").otherwise(lost -> release());
    }
    return PgConnection.connect(vertx, database)
        .compose(
            opened ->
                query(opened, "select pg_try_advisory_lock(" + KEY + ")")
                    .onSuccess(got -> keep(opened, got))
                    .onFailure(failure -> opened.close()))
        .otherwise(false);
  }

  private static Future<Boolean> query(PgConnection connection, String sql) {
    return connection
        .query(sql)
        .execute()
        .map(rows -> rows.iterator().next().getBoolean(0))
        .timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void keep(PgConnection opened, boolean got) {
    if (got && !closed) {
      holding = opened;
    } else {
      opened.close();
    }
  }

  /** Gives it up for good. */
  void close() {
    closed = true;
    release();
  }

  /**
   * Gives it up.
   *
   * @return false: it is not held any more
   */
  private boolean release() {
    PgConnection connection = holding;
    holding = null;
    if (connection != null) {
      connection.close();
    }
    return false;
  }
}
