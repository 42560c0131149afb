package io.dispatch120.dispatch.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that stands still until a test moves it. What is planned for a moment runs at it, in the
 * order of planning; so every run with the same plan is the same.
 */
public final class VirtualTime implements InstantSource {
  public static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

  private record Plan(long nanos, long order, Runnable task) {}

  private final PriorityQueue<Plan> plans =
      new PriorityQueue<>(Comparator.comparingLong(Plan::nanos).thenComparingLong(Plan::order));
  private long now;
  private long planned;

  /** Runs {@code task} that much later. */
  public void after(Duration delay, Runnable task) {
    plans.add(new Plan(now + delay.toNanos(), planned++, task));
  }

  /** Lets time pass; everything due on the way runs at its moment. */
  public void pass(Duration time) {
    long until = now + time.toNanos();
    for (Plan next = plans.peek(); next != null && next.nanos() <= until; next = plans.peek()) {
      plans.remove();
      now = next.nanos();
      next.task().run();
    }
    now = until;
  }

  /** Runs everything that is due now, and what comes of it at once. */
  public void settle() {
    pass(Duration.ZERO);
  }

  /** Monotonic, since the start. */
  public long nanos() {
    return now;
  }

  @Override
  public Instant instant() {
    return START.plusNanos(now);
  }
}
