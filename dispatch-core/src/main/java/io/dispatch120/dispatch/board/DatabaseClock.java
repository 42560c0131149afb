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

  /**
   * Takes what the database said just now; its answer was under way, so a later estimate is kept.
   */
  public synchronized void observe(Instant databaseTime) {
    Instant estimate = instant();
    boolean backwards = databaseTime.isBefore(estimate);
    // A small step back is the answer's time under way; a large one is a first, or a corrected,
    // reading.
    boolean keep = backwards && ChronoUnit.MILLIS.between(databaseTime, estimate) < 1_000;
    if (!keep) {
      last = new Observation(databaseTime, nanoTime.getAsLong());
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
