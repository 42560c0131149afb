package io.dispatch120.load.bench;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at fixed times, not when the one before is answered, and measures each from when
 * it should have been sent: a slow answer is not hidden by the requests it held up.
 */
final class OpenLoop {
  private OpenLoop() {}

  /**
   * @param request one request; the future tells whether it was accepted
   * @see Target#run
   */
  static Measure run(
      int clients, Duration duration, double perSecond, Supplier<Future<Boolean>> request) {
    return run(clients, duration, perSecond, request, Long.MAX_VALUE);
  }

  /** The same, of at most {@code count} requests. */
  static Measure run(
      int clients,
      Duration duration,
      double perSecond,
      Supplier<Future<Boolean>> request,
      long count) {
    Histogram latencies = new ConcurrentHistogram(60_000_000_000L, 3);
    Semaphore inFlight = new Semaphore(clients);
    AtomicLong accepted = new AtomicLong();
    AtomicLong failed = new AtomicLong();
    boolean saturated = perSecond == Target.SATURATED;
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    for (long n = 0; n < count; n++) {
      long scheduled = saturated ? System.nanoTime() : start + (long) (n * 1e9 / perSecond);
      if (scheduled - end >= 0) {
        break;
      }
      for (long wait = scheduled - System.nanoTime(); wait > 0; ) {
        LockSupport.parkNanos(wait);
        wait = scheduled - System.nanoTime();
      }
      inFlight.acquireUninterruptibly();
      long intended = saturated ? System.nanoTime() : scheduled;
      request
          .get()
          .onComplete(
              answer -> {
                if (answer.succeeded() && answer.result()) {
                  Measure.record(latencies, System.nanoTime() - intended);
                  accepted.incrementAndGet();
                } else {
                  failed.incrementAndGet();
                }
                inFlight.release();
              });
    }
    inFlight.acquireUninterruptibly(clients);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Measure(accepted.get() / seconds, latencies, failed.get());
  }
}
