package io.dispatch120.app.simulation.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The simulation's clock. It runs like every other one, but a test may let it run faster, so that a
 * quarter of an hour passes in half a minute. Thread-safe.
 */
public final class Pace implements InstantSource {
  /** A vehicle that reports more often than this is told that it reports too often. */
  private static final double MOST_TICKS_PER_SECOND = 2;

  private final InstantSource clock;
  private final Instant start;
  private final double factor;

  private Pace(InstantSource clock, double factor) {
    this.clock = clock;
    this.start = clock.instant();
    this.factor = factor;
  }

  /** Everybody's own time. */
  public static Pace real() {
    return new Pace(InstantSource.system(), 1);
  }

  /**
   * @param factor simulated seconds in a real one
   */
  public static Pace fast(double factor) {
    return new Pace(InstantSource.system(), factor);
  }

  @Override
  public Instant instant() {
    long nanos = Duration.between(start, clock.instant()).toNanos();
    return start.plusNanos(Math.round(nanos * factor));
  }

  /** How often everybody looks whether there is something to do: once a simulated second. */
  public Duration tick() {
    return Duration.ofMillis(Math.round(1000 / Math.min(factor, MOST_TICKS_PER_SECOND)));
  }
}
