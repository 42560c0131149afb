package io.dispatch120.geo.hours;

import java.util.List;

/** Says on which days a rule speaks. Immutable. */
@FunctionalInterface
interface DaySelector {

  DaySelector EVERY_DAY = day -> Answer.YES;

  /** A selector that is not understood. */
  DaySelector PERHAPS = day -> Answer.MAYBE;

  Answer names(Day day);

  static DaySelector anyOf(List<DaySelector> selectors) {
    List<DaySelector> parts = List.copyOf(selectors);
    return day -> {
      Answer answer = Answer.NO;
      for (DaySelector part : parts) {
        answer = answer.or(part.names(day));
      }
      return answer;
    };
  }

  static DaySelector allOf(List<DaySelector> selectors) {
    List<DaySelector> parts = List.copyOf(selectors);
    return day -> {
      Answer answer = Answer.YES;
      for (DaySelector part : parts) {
        answer = answer.and(part.names(day));
      }
      return answer;
    };
  }
}
