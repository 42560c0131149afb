package io.dispatch120.load.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;

/** The same inserts from a bare client, where pgbench is not installed. */
final class BareClient implements Target {
  private static final int CONNECTIONS = 64;

  private final Pool pool;
  private final String sql;

  BareClient(Vertx vertx, String url, Inserts inserts) {
    pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(CONNECTIONS))
            .connectingTo(PgConnectOptions.fromUri(url).setCachePreparedStatements(true))
            .using(vertx)
            .build();
    sql = inserts.sql();
  }

  @Override
  public String name() {
    return "bare client, same inserts";
  }

  @Override
  public Measure run(int clients, Duration duration, double perSecond) {
    return OpenLoop.run(clients, duration, perSecond, this::commit);
  }

  /** One commit of a command's inserts. */
  Future<Boolean> commit() {
    return pool.preparedQuery(sql).execute().map(true);
  }

  @Override
  public void close() {
    pool.close().await();
  }
}
