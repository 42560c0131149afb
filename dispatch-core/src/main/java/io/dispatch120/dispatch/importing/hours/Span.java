package io.dispatch120.dispatch.importing.hours;

import java.util.Optional;

/** From one time of the day to another, in OpenStreetMap notation. */
final class Span {
  private static final int DAY = 24 * 60;
  private static final int NOON = 12 * 60;

  /** Past midnight and longer than this, 8:00-5:30 was rather meant as half past five at night. */
  private static final int LONGEST_OVER_MIDNIGHT = 20 * 60;

  private Span() {}

  static Optional<String> of(Token.Time from, Token.Time until) {
    // 下午2:00-5:30 says it once for both.
    boolean inherits =
        from.half()
            && !until.half()
            && from.minutes() >= NOON
            && until.minutes() < NOON
            && until.minutes() + NOON > from.minutes();
    return of(from.minutes(), inherits ? until.minutes() + NOON : until.minutes());
  }

  /**
   * Empty when they are the same, which means closed in some lists and all day in others, and when
   * they make no sense.
   */
  static Optional<String> of(int from, int until) {
    int end = until == 0 || (from == 0 && until == DAY - 1) ? DAY : until;
    if (from >= DAY || until == from || end - from > DAY) {
      return Optional.empty();
    }
    boolean overMidnight = end < from || end > DAY;
    int length = end < from ? end - from + DAY : end - from;
    if (overMidnight && length > LONGEST_OVER_MIDNIGHT) {
      return Optional.empty();
    }
    return Optional.of(text(from) + "-" + text(end > DAY ? end - DAY : end));
  }

  private static String text(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }
}
