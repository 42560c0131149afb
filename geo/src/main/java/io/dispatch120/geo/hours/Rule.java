package io.dispatch120.geo.hours;

import io.dispatch120.geo.api.OpeningHours.State;
import java.util.List;

/**
 * One rule of opening hours.
 *
 * @param days the days on which it speaks
 * @param windows the times of which it speaks, begun on those days
 * @param meaning what it says of them
 * @param replaces whether it replaces the earlier rules on its days, also of the times of which it
 *     does not speak
 */
record Rule(DaySelector days, List<TimeWindow> windows, State meaning, boolean replaces) {

  Verdict after(Verdict before, int index, Day day, int minute) {
    Answer named = days.names(day);
    if (named == Answer.NO) {
      return before;
    }
    Verdict base = replaces ? Verdict.replacedBy(index) : before;
    Verdict after =
        switch (covers(minute)) {
          case YES -> base.spokenBy(index, meaning);
          case NO -> base;
          case MAYBE -> base.or(base.spokenBy(index, meaning));
        };
    return named == Answer.YES ? after : before.or(after);
  }

  private Answer covers(int minute) {
    Answer covers = Answer.NO;
    for (TimeWindow window : windows) {
      covers = covers.or(window.covers(minute));
    }
    return covers;
  }
}
