package io.dispatch120.dispatch.fleet;

import io.dispatch120.dispatch.api.UnitPosition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of one unit's reports, in the order of their device times. Immutable; constant
 * time.
 *
 * <p>A satellite receiver between towers, or a device whose account is used in another city, jumps.
 * Such a report is kept and shown, but nobody is sent by it. It is believed once {@value
 * #CONFIRMATIONS} reports in a row agree with each other within {@link #WINDOW}: then the unit
 * really is there (a ferry, a device that was off under way). A single report back where the unit
 * was makes all of that void.
 *
 * @param believed the last place it can have driven to
 * @param firstDoubted the first of the reports in a row that disagree with {@code believed} and
 *     agree with each other
 * @param lastDoubted the last of them
 * @param doubts how many
 */
record Plausibility(
    UnitPosition believed,
    @Nullable UnitPosition firstDoubted,
    @Nullable UnitPosition lastDoubted,
    int doubts) {

  /** 250 km/h: no ambulance, and no error of a receiver that still tells where it is. */
  static final double FASTEST_MPS = 70;

  /** Below this a jump is the error of a fix between houses, whatever speed it would need. */
  static final double ALWAYS_METERS = 500;

  static final int CONFIRMATIONS = 3;
  static final Duration WINDOW = Duration.ofSeconds(60);

  private static final double MILLIS = 1e3;

  /** The first that is heard of a unit is believed. */
  static Plausibility of(UnitPosition first) {
    return new Plausibility(first, null, null, 0);
  }

  /** After a report that is newer than all before. */
  Plausibility with(UnitPosition report) {
    if (reachable(believed, report)) {
      return of(report);
    }
    UnitPosition last = lastDoubted;
    UnitPosition first = firstDoubted;
    boolean goesOn =
        last != null
            && first != null
            && reachable(last, report)
            && !first.at().plus(WINDOW).isBefore(report.at());
    if (!goesOn) {
      return new Plausibility(believed, report, report, 1);
    }
    return doubts + 1 >= CONFIRMATIONS
        ? of(report)
        : new Plausibility(believed, first, report, doubts + 1);
  }

  /** Whether the newest report is doubted. */
  boolean suspect() {
    return lastDoubted != null;
  }

  /** Whether something could drive from one place to the other between the two times. */
  static boolean reachable(UnitPosition from, UnitPosition to) {
    double meters = from.position().distanceMetersTo(to.position());
    double seconds = Duration.between(from.at(), to.at()).toMillis() / MILLIS;
    return meters <= ALWAYS_METERS || meters <= FASTEST_MPS * seconds;
  }
}
