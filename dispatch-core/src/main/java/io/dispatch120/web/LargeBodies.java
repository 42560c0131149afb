package io.dispatch120.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps what large bodies hold in memory within bounds: one of the largest, or several small ones.
 * Who comes when it is full is asked to come again. Thread-safe.
 */
final class LargeBodies {
  /** A body, its text and what is made of it take several times as much; the heap is 512 MB. */
  private static final long MAX_BYTES = 40L << 20;

  private static final long RETRY_SECONDS = 5;

  private final AtomicLong held = new AtomicLong();

  /** Fails when there is no room now. What was claimed has to be released. */
  Future<Void> claim(HttpServerRequest request, int maxBytes) {
    long bytes = bytes(request, maxBytes);
    long before = held.getAndUpdate(now -> now + bytes > MAX_BYTES ? now : now + bytes);
    return before + bytes > MAX_BYTES
        ? Future.failedFuture(
            Problem.of(503, "busy", "Another large upload is being worked on; send it again.")
                .with("Retry-After", Long.toString(RETRY_SECONDS))
                .asException())
        : Future.succeededFuture();
  }

  void release(HttpServerRequest request, int maxBytes) {
    held.addAndGet(-bytes(request, maxBytes));
  }

  /** What the client announces; without a word, or more than is taken, the most there can be. */
  private static long bytes(HttpServerRequest request, int maxBytes) {
    String announced = request.getHeader("Content-Length");
    boolean plain = announced != null && announced.matches("\\d{1,9}");
    return plain ? Math.min(Long.parseLong(announced), maxBytes) : maxBytes;
  }
}
