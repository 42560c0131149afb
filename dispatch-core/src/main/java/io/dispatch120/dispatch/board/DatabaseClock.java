package io.dispatch120.dispatch.board;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The database's time as this node knows it, so that nodes with wrong clocks agree. Between
 * observations it advances with a monotonic clock. Thread-safe.
 */
public final class DatabaseClock implements InstantSource {
  private final LongSupplier nanoTime;
  private volatile Observation last;

  private record Observation(Instant databaseTime, long nanos) {}

  /**
   * @param nanoTime monotonic, like {@code System::nanoTime}
   * @param start the time until the first observation
   */
  public DatabaseClock(LongSupplier nanoTime, Instant start) {
    this.nanoTime = nanoTime;
    this.last = new Observation(start, nanoTime.getAsLong());
  }

  /** When the database is asked for its time; to be given to {@link #observe} with the answer. */
  public long asking() {
    return nanoTime.getAsLong();
  }

  /**
   * Takes what the database said: its time was {@code databaseTime} at some moment between the
   * question and now. The estimate moves only as far as it contradicts that, so an answer that was
   * long under way turns nothing back.
   */
  public synchronized void observe(Instant databaseTime, long asked) {
    long now = nanoTime.getAsLong();
    Instant estimate = instant();
    Instant latest = databaseTime.plusNanos(now - asked);
    if (estimate.isBefore(databaseTime)) {
      last = new Observation(databaseTime, now);
    } else if (estimate.isAfter(latest)) {
      last = new Observation(latest, now);
    }
  }

  /** In microseconds, as the journal keeps it. */
  @Override
  public Instant instant() {
    Observation seen = last;
    return seen.databaseTime()
        .plusNanos(nanoTime.getAsLong() - seen.nanos())
        .truncatedTo(ChronoUnit.MICROS);
  }
}
