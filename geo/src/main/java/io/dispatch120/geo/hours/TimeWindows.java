package io.dispatch120.geo.hours;

import ch.poole.openinghoursparser.Event;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.VariableTime;
import org.jspecify.annotations.Nullable;

/** Reads spans of time. */
final class TimeWindows {

  private static final int NOON = 12 * 60;
  private static final int MAX_OFFSET_MINUTES = 12 * 60;

  private TimeWindows() {}

  /**
   * The window of a span. Equal times mean closed in some lists and all day in others; a span that
   * begins on the next day, lasts over a day, or is a list of moments means nothing here.
   */
  static TimeWindow of(TimeSpan span) {
    Ends start = ends(span.getStart(), span.getStartEvent());
    Ends end = ends(span.getEnd(), span.getEndEvent());
    if (start == null || span.getInterval() != 0) {
      return TimeWindow.NOT_UNDERSTOOD;
    }
    if (end == null) {
      return span.isOpenEnded() && start.latest < TimeWindow.MINUTES_A_DAY
          ? new TimeWindow(start.earliest, start.latest, start.earliest, start.latest).withOpenEnd()
          : TimeWindow.NOT_UNDERSTOOD;
    }
    if (end.latest <= start.earliest && end.isRough()) {
      end = end.nextDay();
    }
    boolean means =
        start.earliest >= 0
            && start.latest < TimeWindow.MINUTES_A_DAY
            && end.latest > start.earliest
            && end.latest <= TimeWindow.LAST_MINUTE
            && (start.isRough() || end.isRough() || end.latest - start.earliest <= 1440);
    if (!means) {
      return TimeWindow.NOT_UNDERSTOOD;
    }
    TimeWindow window = new TimeWindow(start.earliest, start.latest, end.earliest, end.latest);
    return span.isOpenEnded() ? window.withOpenEnd() : window;
  }

  private static @Nullable Ends ends(int minute, @Nullable VariableTime variable) {
    if (variable == null) {
      return minute == TimeSpan.UNDEFINED_TIME ? null : new Ends(minute, minute);
    }
    int offset = variable.getOffset();
    if (Math.abs(offset) > MAX_OFFSET_MINUTES) {
      return null;
    }
    // The sun is not calculated: it rises before noon and sets after it, on every clock of people.
    Event event = variable.getEvent();
    return event == Event.DAWN || event == Event.SUNRISE
        ? new Ends(Math.max(0, offset), Math.max(0, NOON + offset))
        : new Ends(NOON + offset, Math.min(TimeWindow.LAST_MINUTE, 2 * NOON + offset));
  }

  /** Between which minutes one end of a span lies. */
  private record Ends(int earliest, int latest) {
    boolean isRough() {
      return earliest != latest;
    }

    Ends nextDay() {
      return new Ends(earliest + TimeWindow.MINUTES_A_DAY, latest + TimeWindow.MINUTES_A_DAY);
    }
  }
}
