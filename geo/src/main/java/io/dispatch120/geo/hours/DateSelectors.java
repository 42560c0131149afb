package io.dispatch120.geo.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Month;
import ch.poole.openinghoursparser.VarDate;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Years, weeks and dates: selectors that look at the calendar and not at weekdays. */
final class DateSelectors {

  /** Dates further from their anchor than a year are a mistake. */
  private static final int MAX_OFFSET_DAYS = 366;

  private DateSelectors() {}

  static DaySelector years(YearRange years) {
    int first = years.getStartYear();
    int last = years.getEndYear() == YearRange.UNDEFINED_YEAR ? first : years.getEndYear();
    int every = Math.max(1, years.getInterval());
    return day -> {
      int year = day.date().getYear();
      boolean within = year >= first && (years.isOpenEnded() || year <= last);
      return Answer.of(within && (year - first) % every == 0);
    };
  }

  /** Weeks as ISO 8601 numbers them; a range may pass the turn of the year. */
  static DaySelector weeks(WeekRange weeks) {
    int first = weeks.getStartWeek();
    int last = weeks.getEndWeek() == WeekRange.UNDEFINED_WEEK ? first : weeks.getEndWeek();
    int every = Math.max(1, weeks.getInterval());
    if (last < first && every > 1) {
      return DaySelector.PERHAPS;
    }
    return day -> {
      int week = day.date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      boolean within =
          first <= last ? week >= first && week <= last : week >= first || week <= last;
      return Answer.of(within && (week - first) % every == 0);
    };
  }

  static DaySelector dates(DateRange dates) {
    DateWithOffset start = dates.getStartDate();
    DateWithOffset end = dates.getEndDate();
    boolean startHasYear = start.getYear() != YearRange.UNDEFINED_YEAR;
    // A step of a range of months may count months or days.
    if (dates.getInterval() != 0 || !isUnderstood(start, end)) {
      return DaySelector.PERHAPS;
    }
    return day -> {
      int own = day.date().getYear();
      int firstYear = startHasYear ? start.getYear() : own - 1;
      int lastYear = startHasYear ? start.getYear() : own + 1;
      for (int year = firstYear; year <= lastYear; year++) {
        if (covers(dates, year, day.date())) {
          return Answer.YES;
        }
      }
      return Answer.NO;
    };
  }

  /** Whether the range that starts in {@code year} holds the date. */
  private static boolean covers(DateRange dates, int year, LocalDate date) {
    DateWithOffset start = dates.getStartDate();
    DateWithOffset end = dates.getEndDate();
    Optional<LocalDate> first = find(start, year, start.getMonth(), false);
    Optional<LocalDate> last =
        start.isOpenEnded() ? Optional.of(LocalDate.MAX) : findEnd(start, end, year);
    if (first.isPresent() && last.isPresent() && end != null && last.get().isBefore(first.get())) {
      boolean endHasYear = end.getYear() != YearRange.UNDEFINED_YEAR;
      last = endHasYear ? last : findEnd(start, end, year + 1);
    }
    if (first.isEmpty() || last.isEmpty()) {
      return false;
    }
    return !date.isBefore(first.get()) && !date.isAfter(last.get());
  }

  private static Optional<LocalDate> findEnd(
      DateWithOffset start, @Nullable DateWithOffset end, int year) {
    if (end == null) {
      return find(start, year, start.getMonth(), true);
    }
    int endYear = end.getYear() == YearRange.UNDEFINED_YEAR ? year : end.getYear();
    // "Jan 05-10" gives the second day without a month.
    return find(end, endYear, end.getMonth() == null ? start.getMonth() : end.getMonth(), true);
  }

  /**
   * The day meant; a month alone means its first day or, as an end, its last. A day that the month
   * does not have lies between: after its last day as a start, at its last as an end.
   */
  private static Optional<LocalDate> find(
      DateWithOffset date, int year, @Nullable Month month, boolean asEnd) {
    if (date.getVarDate() == VarDate.EASTER) {
      return Optional.of(easter(year).plusDays(date.getDayOffset()));
    }
    if (month == null) {
      return Optional.empty();
    }
    YearMonth of = YearMonth.of(year, month.ordinal() + 1);
    if (date.getNthWeekDay() != null) {
      LocalDate nth =
          of.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(date.getNth(), weekday(date)));
      return YearMonth.from(nth).equals(of)
          ? Optional.of(nth.plusDays(date.getDayOffset()))
          : Optional.empty();
    }
    if (date.undefinedDay()) {
      return Optional.of(asEnd ? of.atEndOfMonth() : of.atDay(1));
    }
    if (date.getDay() > of.lengthOfMonth()) {
      return Optional.of(asEnd ? of.atEndOfMonth() : of.atEndOfMonth().plusDays(1));
    }
    return Optional.of(of.atDay(date.getDay()).plusDays(date.getDayOffset()));
  }

  private static boolean isUnderstood(DateWithOffset start, @Nullable DateWithOffset end) {
    boolean startHasYear = start.getYear() != YearRange.UNDEFINED_YEAR;
    if (end == null) {
      return isUnderstood(start) && (startHasYear || !start.isOpenEnded());
    }
    return isUnderstood(start)
        && isUnderstood(end)
        && !start.isOpenEnded()
        && !end.isOpenEnded()
        && (startHasYear || end.getYear() == YearRange.UNDEFINED_YEAR);
  }

  private static boolean isUnderstood(DateWithOffset date) {
    return date.getWeekDayOffset() == null && Math.abs(date.getDayOffset()) <= MAX_OFFSET_DAYS;
  }

  private static DayOfWeek weekday(DateWithOffset date) {
    return weekday(date.getNthWeekDay());
  }

  static DayOfWeek weekday(WeekDay weekday) {
    return DayOfWeek.of(weekday.ordinal() + 1);
  }

  /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus). */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}
