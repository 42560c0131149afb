package io.dispatch120.app.node;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for futures on the main thread, which has nothing else to do while a node starts or stops.
 */
final class Await {
  private Await() {}

  /**
   * @throws RuntimeException the future's own failure, or that it took longer than {@code limit}
   */
  static <T> T get(Future<T> future, Duration limit, String what) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(what + " failed", e);
    } catch (TimeoutException e) {
      throw new IllegalStateException(what + " took longer than " + limit.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(what + " was interrupted", e);
    }
  }
}
