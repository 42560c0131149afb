package io.dispatch120.dispatch.adapter.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Connections to PostgreSQL. Every failure that means "away" is a {@link
 * io.dispatch120.dispatch.journal.StorageUnavailable}; it comes back by itself once PostgreSQL
 * does. Nothing waits for ever: a connection comes within two seconds or not at all, the server
 * ends statements, waits for locks and idle transactions, and a connection that goes silent is
 * dropped. Thread-safe.
 */
public final class PostgresPool {
  private static final int CONNECT_MILLIS = 1_500;
  private static final int LOCK_MILLIS = 1_500;
  private static final int STATEMENT_MILLIS = 3_000;

  /** Longer than the server's own limit, so that normally the server's word is heard. */
  private static final int ANSWER_MILLIS = 4_000;

  private static final int SILENCE_SECONDS = 6;

  /** Requests beyond this wait in vain: they are refused at once. */
  private static final int MAX_WAITING = 2_000;

  private final Pool pool;

  private PostgresPool(Pool pool) {
    this.pool = pool;
  }

  /**
   * Connects when first needed.
   *
   * @param size most connections at a time; appends need one per centre at work, reads the others
   */
  public static PostgresPool open(Vertx vertx, PostgresConfig config, int size) {
    PgConnectOptions connect =
        new PgConnectOptions()
            .setHost(config.host())
            .setPort(config.port())
            .setUser(config.user())
            .setPassword(config.password())
            .setDatabase(config.database())
            .setCachePreparedStatements(true)
            .addProperty("application_name", "dispatch120")
            .addProperty("statement_timeout", Integer.toString(STATEMENT_MILLIS))
            .addProperty("lock_timeout", Integer.toString(LOCK_MILLIS))
            .addProperty("idle_in_transaction_session_timeout", Integer.toString(STATEMENT_MILLIS));
    PoolOptions options =
        new PoolOptions()
            .setMaxSize(size)
            .setMaxWaitQueueSize(MAX_WAITING)
            .setConnectionTimeout(CONNECT_MILLIS)
            .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    NetClientOptions net =
        new NetClientOptions()
            .setConnectTimeout(CONNECT_MILLIS)
            .setTcpKeepAlive(true)
            .setTcpNoDelay(true)
            .setReadIdleTimeout(SILENCE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    return new PostgresPool(
        PgBuilder.pool(b -> b.with(options).with(net).connectingTo(connect).using(vertx)));
  }

  /** Reads: a failure never leaves anything unknown. */
  Future<RowSet<Row>> read(String sql, Tuple arguments) {
    return execute(sql, arguments, false);
  }

  /** Changes, in a transaction of its own. */
  Future<RowSet<Row>> change(String sql, Tuple arguments) {
    return execute(sql, arguments, true);
  }

  /** Several reads of one and the same state of the database. */
  <T> Future<T> snapshot(Function<SqlConnection, Future<T>> reads) {
    return between("begin isolation level repeatable read read only", false, reads);
  }

  /** Several changes, all or none. */
  <T> Future<T> transaction(Function<SqlConnection, Future<T>> changes) {
    return between("begin", true, changes);
  }

  public Future<Void> close() {
    return pool.close();
  }

  private Future<RowSet<Row>> execute(String sql, Tuple arguments, boolean changes) {
    return connect()
        .compose(
            connection ->
                returning(connection, () -> connection.preparedQuery(sql).execute(arguments))
                    .timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .recover(e -> Future.failedFuture(StorageFaults.translate(e, changes))));
  }

  private <T> Future<T> between(
      String begin, boolean changes, Function<SqlConnection, Future<T>> work) {
    return connect()
        .compose(
            connection ->
                returning(
                    connection,
                    () ->
                        connection
                            .query(begin)
                            .execute()
                            .compose(begun -> work.apply(connection))
                            .recover(e -> rolledBack(connection, e))
                            .compose(
                                result ->
                                    connection
                                        .query("commit")
                                        .execute()
                                        .recover(
                                            e ->
                                                Future.failedFuture(
                                                    StorageFaults.translate(e, changes)))
                                        .map(committed -> result))));
  }

  private static <T> Future<T> rolledBack(SqlConnection connection, Throwable fault) {
    Throwable translated = StorageFaults.translate(fault, false);
    return connection
        .query("rollback")
        .execute()
        .transform(done -> Future.failedFuture(translated));
  }

  private Future<SqlConnection> connect() {
    return pool.getConnection()
        .recover(e -> Future.failedFuture(StorageFaults.translate(e, false)));
  }

  /**
   * Gives the connection back once the server has answered, not when the caller stops waiting: one
   * that hangs would make the next caller hang too. It is dropped when it stays silent.
   */
  private static <T> Future<T> returning(SqlConnection connection, Supplier<Future<T>> work) {
    return work.get().onComplete(done -> connection.close());
  }
}
