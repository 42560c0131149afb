package io.dispatch120.app.simulation.client;

import io.dispatch120.app.simulation.pace.Chance;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks again until there is an answer, for about a minute. */
public final class Patience {
  private static final int ATTEMPTS = 8;

  private final Vertx vertx;
  private final Chance chance;

  public Patience(Vertx vertx, Chance chance) {
    this.vertx = vertx;
    this.chance = chance;
  }

  /** The first answer that decides something, else the last one, or why there is none. */
  Future<Answer> ask(Supplier<Future<Answer>> attempt) {
    return ask(attempt, new Backoff(chance), ATTEMPTS);
  }

  private Future<Answer> ask(Supplier<Future<Answer>> attempt, Backoff backoff, int left) {
    return attempt
        .get()
        .transform(
            outcome -> {
              boolean decided = outcome.succeeded() && !outcome.result().transientFailure();
              if (decided || left == 1) {
                return outcome.succeeded()
                    ? Future.succeededFuture(outcome.result())
                    : Future.failedFuture(outcome.cause());
              }
              return vertx
                  .timer(Math.max(1, backoff.next().toMillis()), TimeUnit.MILLISECONDS)
                  .compose(waited -> ask(attempt, backoff, left - 1));
            });
  }
}
