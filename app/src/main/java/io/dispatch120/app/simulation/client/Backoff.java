package io.dispatch120.app.simulation.client;

import io.dispatch120.app.simulation.pace.Chance;
import java.time.Duration;

/**
 * How long to wait before trying again: not at all the first time, then 1, 2, 4 … 15 s, give or
 * take a half, so that many clients do not come back at the same moment. Not thread-safe.
 */
final class Backoff {
  private static final int LONGEST_SECONDS = 15;

  private final Chance chance;
  private int failures;

  Backoff(Chance chance) {
    this.chance = chance;
  }

  Duration next() {
    failures = Math.min(failures + 1, 10);
    if (failures == 1) {
      return Duration.ZERO;
    }
    double seconds = Math.min(LONGEST_SECONDS, 1 << (failures - 2));
    return chance.seconds(seconds / 2, seconds * 1.5);
  }

  void succeeded() {
    failures = 0;
  }
}
