package io.dispatch120.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions of other processes, which tell nobody when they come true. */
public final class Waiting {
  private static final long LOOK_EVERY_NANOS = Duration.ofMillis(20).toNanos();

  private Waiting() {}

  /**
   * Returns as soon as {@code condition} holds.
   *
   * @param what what is waited for, for the message
   * @throws IllegalStateException when it does not hold within {@code limit}
   */
  public static void until(String what, Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(what + ": not within " + limit);
      }
      park(LOOK_EVERY_NANOS);
    }
  }

  /** Lets load run for a while: the passing of time itself is what is wanted. */
  public static void pause(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      park(left);
    }
  }

  private static void park(long nanos) {
    LockSupport.parkNanos(nanos);
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("interrupted");
    }
  }
}
