package io.dispatch120.geo.hours;

import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.WeekDayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weekdays, and public and school holidays. */
final class WeekdaySelectors {

  private static final int MAX_OFFSET_DAYS = 366;

  private WeekdaySelectors() {}

  static DaySelector weekdays(WeekDayRange weekdays) {
    List<Nth> nths = weekdays.getNths() == null ? List.of() : List.copyOf(weekdays.getNths());
    int offset = weekdays.getOffset();
    DayOfWeek first = DateSelectors.weekday(weekdays.getStartDay());
    if (!nths.isEmpty() || offset != 0) {
      return weekdays.getEndDay() != null || Math.abs(offset) > MAX_OFFSET_DAYS
          ? DaySelector.PERHAPS
          : day -> Answer.of(isNth(day.date().minusDays(offset), first, nths));
    }
    DayOfWeek last =
        weekdays.getEndDay() == null ? first : DateSelectors.weekday(weekdays.getEndDay());
    int length = Math.floorMod(last.getValue() - first.getValue(), 7);
    return day -> Answer.of(Math.floorMod(day.readAs().getValue() - first.getValue(), 7) <= length);
  }

  private static boolean isNth(LocalDate date, DayOfWeek weekday, List<Nth> nths) {
    if (date.getDayOfWeek() != weekday) {
      return false;
    }
    int fromStart = (date.getDayOfMonth() - 1) / 7 + 1;
    int fromEnd = (date.getDayOfMonth() - date.lengthOfMonth()) / 7 - 1;
    return nths.isEmpty()
        || nths.stream().anyMatch(nth -> holds(nth, fromStart) || holds(nth, fromEnd));
  }

  private static boolean holds(Nth nth, int number) {
    int last = nth.getEndNth() == Nth.INVALID_NTH ? nth.getStartNth() : nth.getEndNth();
    return number >= nth.getStartNth() && number <= last;
  }

  /** School holidays differ by province and school: nobody lists them for us. */
  static DaySelector holidays(Holiday holiday) {
    int offset = holiday.getOffset();
    return holiday.getType() == Holiday.Type.PH && Math.abs(offset) <= MAX_OFFSET_DAYS
        ? day -> day.isHoliday(-offset)
        : DaySelector.PERHAPS;
  }

  /** {@code Mo,PH} is either; {@code PH Mo} is a Monday that is a holiday. */
  static DaySelector both(@Nullable List<WeekDayRange> weekdays, @Nullable List<Holiday> holidays) {
    DaySelector byWeekday =
        weekdays == null
            ? DaySelector.EVERY_DAY
            : DaySelector.anyOf(weekdays.stream().map(WeekdaySelectors::weekdays).toList());
    if (holidays == null) {
      return byWeekday;
    }
    DaySelector byHoliday =
        DaySelector.anyOf(holidays.stream().map(WeekdaySelectors::holidays).toList());
    if (weekdays == null) {
      return byHoliday;
    }
    List<DaySelector> parts = List.of(byWeekday, byHoliday);
    return holidays.stream().allMatch(Holiday::getUseAsWeekDay)
        ? DaySelector.anyOf(parts)
        : DaySelector.allOf(parts);
  }
}
