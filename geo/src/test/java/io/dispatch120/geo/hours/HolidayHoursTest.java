package io.dispatch120.geo.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.geo.api.OpeningHours.State;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public holidays and make-up working days (decision 0021). */
class HolidayHoursTest {

  // 2026: October 1 is a Thursday and a holiday, October 5 a Monday and a holiday, October 10 a
  // Saturday and September 20 a Sunday on which people work. 2030 has not been published.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // hours that speak of holidays follow the public calendar
        "Mo-Fr 08:00-18:00; PH off | 2026-10-01T10:00 | CLOSED",
        "Mo-Fr 08:00-18:00; PH off | 2026-09-30T10:00 | OPEN",
        "Mo-Fr 08:00-18:00; PH off | 2026-10-10T10:00 | OPEN",
        "Mo-Fr 08:00-18:00; PH off | 2026-09-20T10:00 | OPEN",
        "Mo-Fr 08:00-18:00; PH off | 2026-10-17T10:00 | CLOSED",
        "Mo-Fr 08:00-18:00; Sa,Su,PH 10:00-12:00 | 2026-10-01T09:00 | CLOSED",
        "Mo-Fr 08:00-18:00; Sa,Su,PH 10:00-12:00 | 2026-10-01T11:00 | OPEN",
        "Mo-Fr 08:00-18:00; Sa,Su,PH 10:00-12:00 | 2026-10-10T17:00 | OPEN",
        "Mo 08:00-12:00; Tu-Fr 08:00-18:00; PH off | 2026-10-10T15:00 | UNKNOWN",
        "Mo 08:00-12:00; Tu-Fr 08:00-18:00; PH off | 2026-10-10T09:00 | OPEN",
        "PH Th 08:00-18:00 | 2026-10-01T10:00 | OPEN",
        "PH Th 08:00-18:00 | 2026-10-02T10:00 | CLOSED",
        "24/7; PH off | 2026-10-01T10:00 | CLOSED",
        "24/7; PH off | 2026-10-10T10:00 | OPEN",
        "24/7; PH -1 day off | 2026-09-30T10:00 | CLOSED",
        "Fr 22:00-02:00; PH off | 2026-10-02T23:00 | CLOSED",
        "Fr 22:00-02:00; PH off | 2026-10-03T01:00 | CLOSED",
        // hours that do not: what weekday and weekend agree on is known
        "06:30-22:30 | 2026-10-01T10:00 | OPEN",
        "24/7 | 2026-10-10T03:00 | OPEN",
        "Mo-Su 08:00-18:00 | 2026-10-01T10:00 | OPEN",
        "Mo-Fr 08:00-18:00 | 2026-10-01T10:00 | UNKNOWN",
        "Mo-Fr 08:00-18:00 | 2026-10-01T20:00 | CLOSED",
        "Mo-Fr 08:00-18:00 | 2026-10-10T10:00 | UNKNOWN",
        "Mo-Fr 08:00-18:00 | 2026-10-17T10:00 | CLOSED",
        "Mo-Fr 07:00-22:00; Sa-Su 08:00-20:00 | 2026-10-01T10:00 | OPEN",
        "Mo-Fr 07:00-22:00; Sa-Su 08:00-20:00 | 2026-10-01T21:00 | UNKNOWN",
        "Mo-Fr 07:00-22:00; Sa-Su 08:00-20:00 | 2026-10-10T07:30 | UNKNOWN",
        "Tu-Su 09:00-17:00; Mo off | 2026-10-05T10:00 | UNKNOWN",
        "Tu-Su 09:00-17:00; Mo off | 2026-10-06T10:00 | OPEN",
        "Tu-Su 09:00-17:00; Mo off | 2026-10-12T10:00 | CLOSED",
        // what runs past midnight belongs to the day it began
        "Mo-Th 20:00-02:00 | 2026-10-09T01:00 | OPEN",
        "Mo-Th 20:00-02:00 | 2026-10-02T01:00 | UNKNOWN",
        // a year that is not published
        "Mo-Fr 08:00-18:00; PH off | 2030-10-01T10:00 | UNKNOWN",
        "Mo-Fr 08:00-18:00; PH off | 2030-10-01T20:00 | CLOSED",
        "Mo-Fr 08:00-18:00; PH off | 2030-10-05T10:00 | UNKNOWN",
        "Mo-Fr 08:00-18:00; PH 08:00-12:00 | 2030-10-01T10:00 | OPEN",
        "Mo-Fr 08:00-18:00 | 2030-10-01T10:00 | OPEN",
        "24/7; PH off | 2030-10-01T10:00 | UNKNOWN",
      })
  void readsHoursAroundHolidays(String text, LocalDateTime time, State expected) {
    assertThat(state(text, time, "Asia/Shanghai")).as("%s at %s", text, time).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mo-Fr 08:00-18:00 | OPEN",
        "Mo-Fr 08:00-18:00; PH off | UNKNOWN",
        "Mo-Fr 08:00-18:00; PH 09:00-11:00 | OPEN",
      })
  void knowsNoHolidayOfAnotherCountry(String text, State expected) {
    LocalDateTime nationalDayOfChina = LocalDateTime.parse("2026-10-01T10:00");
    assertThat(state(text, nationalDayOfChina, "Europe/Berlin")).isEqualTo(expected);
  }

  private static State state(String text, LocalDateTime time, String zone) {
    return OsmOpeningHours.parse(text, HolidayCalendar.china()).at(time.atZone(ZoneId.of(zone)));
  }
}
