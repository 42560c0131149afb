package io.dispatch120.geo.hours;

/**
 * A span of time that begins on a day and may end on the next. Its ends may be known only roughly:
 * between the earliest and the latest minute of either end it is not known whether it covers.
 * Minutes count from the midnight that begins the day.
 */
record TimeWindow(int earliestStart, int latestStart, int earliestEnd, int latestEnd) {

  static final int MINUTES_A_DAY = 24 * 60;

  /** The day and the next: as far as hours reach. */
  static final int LAST_MINUTE = 2 * MINUTES_A_DAY;

  /** Covers perhaps, at any time: what is not understood. */
  static final TimeWindow NOT_UNDERSTOOD = new TimeWindow(0, LAST_MINUTE, 0, LAST_MINUTE);

  static final TimeWindow WHOLE_DAY = of(0, MINUTES_A_DAY);

  static TimeWindow of(int start, int end) {
    return new TimeWindow(start, start, end, end);
  }

  /** This one with an end that nobody knows, at most until it begins again. */
  TimeWindow withOpenEnd() {
    return new TimeWindow(
        earliestStart,
        latestStart,
        earliestEnd,
        Math.max(latestEnd, earliestStart + MINUTES_A_DAY));
  }

  Answer covers(int minute) {
    if (minute < earliestStart || minute >= latestEnd) {
      return Answer.NO;
    }
    return minute >= latestStart && minute < earliestEnd ? Answer.YES : Answer.MAYBE;
  }
}
