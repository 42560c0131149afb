package io.dispatch120.dispatch.simulation;

import io.dispatch120.dispatch.board.VirtualTime;
import java.time.Duration;
import java.util.Random;

/** One schedule's chance: everything unforeseen in it comes from here. */
final class Chaos {
  final VirtualTime time = new VirtualTime();
  final Random random;
  private boolean calm;
  private boolean databaseAway;

  Chaos(long seed) {
    random = new Random(seed);
  }

  /** From now on nothing goes wrong. */
  void calm() {
    calm = true;
    databaseAway = false;
  }

  void databaseAway(boolean away) {
    databaseAway = away && !calm;
  }

  boolean databaseAway() {
    return databaseAway;
  }

  /** True once in {@code n} times, never when calm. */
  boolean once(int n) {
    return random.nextInt(n) == 0 && !calm;
  }

  /** The way of a message: short, seldom long. */
  Duration way() {
    int millis = calm ? 1 : once(20) ? random.nextInt(900) : random.nextInt(12);
    return Duration.ofMillis(millis).plusNanos(random.nextInt(1_000_000));
  }
}
