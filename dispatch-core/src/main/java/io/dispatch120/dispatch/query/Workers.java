package io.dispatch120.dispatch.query;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What takes too long for the loop. */
public final class Workers {
  private Workers() {}

  /** The answer of a question that is asked on a worker. */
  public static <T> Future<T> ask(Executor workers, Supplier<T> question) {
    Promise<T> answer = Promise.promise();
    workers.execute(
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException failure) {
            answer.fail(failure);
          }
        });
    return answer.future();
  }
}
