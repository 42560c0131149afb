package io.dispatch120.app.simulation.caller;

import io.dispatch120.app.simulation.pace.Chance;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the phone rings: at once and, while there is little to see, three times more in the first
 * half minute, then about once a minute; never while hardly an ambulance is free. Not thread-safe.
 */
public final class CallClock {
  /** What a visitor's own calls need. */
  private static final int KEPT_FREE = 5;

  private static final int OPENING_CALLS = 4;
  private static final double MEAN_SECONDS = 60;
  private static final double LEAST_SECONDS = 20;
  private static final double MOST_SECONDS = 150;

  private final Chance chance;
  private @Nullable Instant next;
  private int calls;

  public CallClock(Chance chance) {
    this.chance = chance;
  }

  /**
   * Whether it rings now; asked again at least once a second.
   *
   * @param openCalls that were simulated: after a restart there may be some
   */
  public boolean rings(Instant now, int freeUnits, int openCalls) {
    if (next == null) {
      next = now;
    }
    if (now.isBefore(next) || freeUnits < KEPT_FREE) {
      return false;
    }
    calls++;
    next = now.plus(Math.max(calls, openCalls) < OPENING_CALLS ? chance.seconds(5, 8) : gap());
    return true;
  }

  /** Calls come independently of each other, so the time between two is exponential. */
  private Duration gap() {
    double seconds = -MEAN_SECONDS * Math.log(1 - chance.number(0, 1));
    double bounded = Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, seconds));
    return Duration.ofMillis(Math.round(bounded * 1000));
  }
}
