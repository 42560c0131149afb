package io.dispatch120.load.bench;

import java.time.Duration;

/** Something that takes commands: the product, or what it is compared with. */
interface Target extends AutoCloseable {
  /** As many as it can take. */
  double SATURATED = Double.POSITIVE_INFINITY;

  String name();

  /**
   * One round.
   *
   * @param clients requests in flight at most
   * @param perSecond arrivals, evenly spaced whatever the answers do; {@link #SATURATED}: the next
   *     as soon as one is answered, and timed from when it was sent
   */
  Measure run(int clients, Duration duration, double perSecond);

  /** What is to be put in order after a round, outside the measurement. */
  default void settle() {}

  @Override
  void close();
}
