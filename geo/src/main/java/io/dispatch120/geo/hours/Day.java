package io.dispatch120.geo.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A day as hours see it.
 *
 * @param readAs the weekday whose hours it has: its own, or another around public holidays
 */
record Day(LocalDate date, DayOfWeek readAs, HolidayCalendar calendar, ZoneId zone) {

  private static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  static Day plain(LocalDate date, HolidayCalendar calendar, ZoneId zone) {
    return new Day(date, date.getDayOfWeek(), calendar, zone);
  }

  /**
   * The ways in which a day can be read by hours that name weekdays; only what all of them agree on
   * is known (decision 0021).
   *
   * @param saysHolidays whether the hours have rules for public holidays
   */
  static List<Day> readings(
      LocalDate date, HolidayCalendar calendar, ZoneId zone, boolean saysHolidays) {
    DayOfWeek own = date.getDayOfWeek();
    Set<DayOfWeek> weekdays = EnumSet.of(own);
    switch (calendar.kindOf(date, zone)) {
      case ORDINARY, ELSEWHERE -> {}
      case HOLIDAY -> {
        if (!saysHolidays) {
          weekdays.addAll(WEEKEND);
        }
      }
      case MAKE_UP -> {
        weekdays.addAll(WORKING);
        if (saysHolidays) {
          weekdays.retainAll(WORKING);
        }
      }
      case UNPUBLISHED -> {
        if (saysHolidays && WEEKEND.contains(own)) {
          weekdays.addAll(WORKING);
        }
      }
    }
    List<Day> readings = new ArrayList<>(weekdays.size());
    for (DayOfWeek weekday : weekdays) {
      readings.add(new Day(date, weekday, calendar, zone));
    }
    return readings;
  }

  /** Whether the day some days before or after this one is a public holiday. */
  Answer isHoliday(int daysAway) {
    return switch (calendar.kindOf(date.plusDays(daysAway), zone)) {
      case HOLIDAY -> Answer.YES;
      case ORDINARY, MAKE_UP -> Answer.NO;
      case UNPUBLISHED, ELSEWHERE -> Answer.MAYBE;
    };
  }
}
