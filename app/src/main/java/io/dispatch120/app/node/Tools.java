package io.dispatch120.app.node;

import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.dispatch.adapter.postgres.PostgresPool;
import io.dispatch120.dispatch.adapter.postgres.PostgresStorage;
import io.dispatch120.dispatch.codec.KeyRing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;

/**
 * What command line tools do with the database: open, work, close. They neither read nor write
 * personal texts.
 */
final class Tools {
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private Tools() {}

  static <T> T with(DatabaseUrl url, Function<PostgresStorage, T> work) {
    Databases.prepare(url);
    Vertx vertx = Vertx.vertx();
    PostgresPool pool = PostgresPool.open(vertx, Databases.config(url), 2);
    try {
      return work.apply(new PostgresStorage(pool, KeyRing.random()));
    } finally {
      Await.get(pool.close(), CLOSING, "closing the database");
      // On its own: a future of the pool would complete on a loop that is gone by then.
      Await.get(vertx.close(), CLOSING, "closing Vert.x");
    }
  }

  static <T> T get(Future<T> future) {
    return Await.get(future, LIMIT, "the database");
  }
}
