package io.dispatch120.geo.routing;

/**
 * Time and length of a way in one {@code long}, so that sums and minima of both take one
 * instruction: time in ticks of 0.1 ms above, length in centimeters in the lower 30 bits. The less
 * is the faster, at equal times the shorter. Whole numbers, so sums are exact in any order, and
 * answers do not depend on how a way was put together.
 */
final class Cost {

  static final int TICKS_PER_SECOND = 10_000;

  /** No way. Twice it still fits into a {@code long}, so sums need no check. */
  static final long NONE = Long.MAX_VALUE / 2;

  /** Room for 10,737 km, longer than any way on one landmass takes from a dispatch center. */
  private static final int LENGTH_BITS = 30;

  private static final double MAX_TICKS = 1L << 31;

  private Cost() {}

  /**
   * Rounds both up, to the next tick and centimeter: a way never seems faster than it is, so lower
   * bounds hold. {@link #NONE} for more than 59 hours.
   */
  static long of(double seconds, double meters) {
    double ticks = Math.ceil(seconds * TICKS_PER_SECOND);
    return ticks > MAX_TICKS
        ? NONE
        : ((long) ticks << LENGTH_BITS) + (long) Math.ceil(meters * 100);
  }

  static double seconds(long cost) {
    return (double) (cost >>> LENGTH_BITS) / TICKS_PER_SECOND;
  }

  static double meters(long cost) {
    return (cost & ((1L << LENGTH_BITS) - 1)) / 100.0;
  }
}
