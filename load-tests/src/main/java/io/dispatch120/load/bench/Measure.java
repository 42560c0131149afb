package io.dispatch120.load.bench;

import org.HdrHistogram.Histogram;

/**
 * What one round gave.
 *
 * @param perSecond completed and accepted
 * @param latencies in nanoseconds, from the intended start
 * @param failed not accepted
 */
public record Measure(double perSecond, Histogram latencies, long failed) {
  double p50Millis() {
    return latencies.getValueAtPercentile(50) / 1e6;
  }

  double p99Millis() {
    return latencies.getValueAtPercentile(99) / 1e6;
  }

  /** A histogram for what takes up to a minute, to three digits. */
  public static Histogram histogram() {
    return new Histogram(60_000_000_000L, 3);
  }

  public static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.min(nanos, histogram.getHighestTrackableValue()));
  }
}
