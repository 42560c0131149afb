package io.dispatch120.geo.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.geo.api.OpeningHours.State;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selectors beyond weekdays, ways in which rules combine, and what stays unknown. */
class OsmRulesTest {

  // 2026-06-01 is a Monday; the month has no holiday before the 19th.
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        // rules that add, cut out and fall back
        "24/7, Mo 08:00-09:00 | 2026-06-01T12:00 | OPEN",
        "Mo-Fr 08:00-18:00, Sa 09:00-12:00 | 2026-06-06T10:00 | OPEN",
        "Mo-Fr 08:00-12:00, We 14:00-18:00 | 2026-06-03T09:00 | OPEN",
        "Mo-Fr 08:00-12:00, We 14:00-18:00 | 2026-06-03T15:00 | OPEN",
        "Mo-Fr 08:00-12:00; We 14:00-18:00 | 2026-06-03T09:00 | CLOSED",
        "Mo-Fr 08:00-18:00; 12:00-13:00 off | 2026-06-01T12:30 | CLOSED",
        "Mo-Fr 08:00-18:00; 12:00-13:00 off | 2026-06-01T13:00 | OPEN",
        "24/7; Mo 22:00-02:00 off | 2026-06-02T01:00 | CLOSED",
        "24/7; Mo 22:00-02:00 off | 2026-06-02T02:00 | OPEN",
        "Mo-Fr 12:00-13:00 off | 2026-06-01T09:00 | CLOSED",
        "Mo-Fr 08:00-18:00 || Sa 09:00-12:00 | 2026-06-06T10:00 | OPEN",
        "Mo-Fr 08:00-18:00 || Sa 09:00-12:00 | 2026-06-01T20:00 | CLOSED",
        "Mo-Fr 08:00-18:00 || \"by appointment\" | 2026-06-01T10:00 | OPEN",
        "Mo-Fr 08:00-18:00 || \"by appointment\" | 2026-06-01T20:00 | UNKNOWN",
        "Mo-Fr 08:00-18:00; Sa off || \"by appointment\" | 2026-06-06T20:00 | CLOSED",
        "Fr 22:00-02:00, Sa 10:00-12:00 | 2026-06-06T01:00 | OPEN",
        "Fr-Sa 11:00-02:00; Su 11:00-22:00 | 2026-06-07T01:00 | UNKNOWN",
        "Fr-Sa 11:00-02:00; Su 11:00-22:00 | 2026-06-07T12:00 | OPEN",
        // words
        "08:00-18:00 open | 2026-06-01T10:00 | OPEN",
        "Mo-Fr 08:00-18:00 unknown | 2026-06-01T10:00 | UNKNOWN",
        "Mo-Fr 08:00-18:00 unknown | 2026-06-01T19:00 | CLOSED",
        "Mo-Fr 08:00-18:00 \"with a key\" | 2026-06-01T10:00 | UNKNOWN",
        "Mo-Fr 08:00-18:00 open \"with a key\" | 2026-06-01T10:00 | UNKNOWN",
        "Mo-Fr 08:00-18:00; Sa off \"holidays\" | 2026-06-06T10:00 | CLOSED",
        "mo-fr 08:00-18:00 | 2026-06-01T10:00 | OPEN",
        "Mo-Fr 08:00–18:00 | 2026-06-01T10:00 | OPEN",
        "Mo-Fr: 08:00-18:00 | 2026-06-01T10:00 | OPEN",
        // ends that nobody knows
        "08:00-12:00+ | 2026-06-01T11:00 | OPEN",
        "08:00-12:00+ | 2026-06-01T12:00 | UNKNOWN",
        "08:00-12:00+ | 2026-06-01T07:59 | UNKNOWN",
        "Mo 18:00+ | 2026-06-01T17:59 | CLOSED",
        "Mo 18:00+ | 2026-06-01T18:00 | UNKNOWN",
        "Mo 18:00+ | 2026-06-02T03:00 | UNKNOWN",
        "Mo 18:00+ | 2026-06-02T18:00 | CLOSED",
        "sunrise-sunset | 2026-06-01T06:00 | UNKNOWN",
        "sunrise-22:00 | 2026-06-01T12:00 | OPEN",
        "sunrise-22:00 | 2026-06-01T22:00 | CLOSED",
        "sunrise-22:00 | 2026-06-01T05:00 | UNKNOWN",
        "08:00-sunset | 2026-06-01T11:59 | OPEN",
        "08:00-sunset | 2026-06-01T18:00 | UNKNOWN",
        "08:00-sunset | 2026-06-01T07:00 | CLOSED",
        "20:00-sunrise | 2026-06-01T23:00 | OPEN",
        "20:00-sunrise | 2026-06-01T03:00 | UNKNOWN",
        "20:00-sunrise | 2026-06-01T13:00 | CLOSED",
        "Mo 08:00-18:00; Sa 08:00-08:00 | 2026-06-01T10:00 | OPEN",
        "Mo 08:00-18:00; Sa 08:00-08:00 | 2026-06-06T10:00 | UNKNOWN",
        // weekdays of a month
        "Mo[1] 10:00-22:00 | 2026-06-01T12:00 | OPEN",
        "Mo[1] 10:00-22:00 | 2026-06-08T12:00 | CLOSED",
        "Mo[2,4] 10:00-22:00 | 2026-06-08T12:00 | OPEN",
        "Mo[2-3] 10:00-22:00 | 2026-06-15T12:00 | OPEN",
        "Mo[-1] 10:00-22:00 | 2026-06-29T12:00 | OPEN",
        "Mo[-1] 10:00-22:00 | 2026-06-22T12:00 | CLOSED",
        "Mo[5] 10:00-22:00 | 2026-06-29T12:00 | OPEN",
        "Mo[1] +1 day 10:00-22:00 | 2026-06-02T12:00 | OPEN",
        "Th[1] 10:00-22:00 | 2026-06-04T12:00 | OPEN",
        // months, dates, years
        "Jan-Mar 08:00-18:00 | 2026-03-31T12:00 | OPEN",
        "Jan-Mar 08:00-18:00 | 2026-06-01T12:00 | CLOSED",
        "Nov-Mar 08:00-18:00 | 2026-12-15T12:00 | OPEN",
        "Nov-Mar 08:00-18:00 | 2026-01-15T12:00 | OPEN",
        "Nov-Mar 08:00-18:00 | 2026-10-31T12:00 | CLOSED",
        "Jun 08:00-18:00 | 2026-06-30T12:00 | OPEN",
        "Jun 1 08:00-18:00 | 2026-06-01T12:00 | OPEN",
        "Jun 1 08:00-18:00 | 2026-06-02T12:00 | CLOSED",
        "Jun 1-5 08:00-18:00 | 2026-06-05T12:00 | OPEN",
        "Jun 1-5 08:00-18:00 | 2026-06-06T12:00 | CLOSED",
        "Dec 20-Jan 10 off; 08:00-18:00 | 2026-01-05T12:00 | OPEN",
        "08:00-18:00; Dec 20-Jan 10 off | 2026-01-10T12:00 | CLOSED",
        "08:00-18:00; Dec 20-Jan 10 off | 2026-01-11T12:00 | OPEN",
        "24/7; 2026 Jun 01-05 off | 2026-06-03T12:00 | CLOSED",
        "24/7; 2026 Jun 01-05 off | 2025-06-03T12:00 | OPEN",
        "2026 Nov-Feb 08:00-18:00 | 2027-01-12T12:00 | OPEN",
        "2026 Nov-Feb 08:00-18:00 | 2026-01-12T12:00 | CLOSED",
        "2025 Dec 20-2026 Jan 10 08:00-18:00 | 2026-01-10T12:00 | OPEN",
        "2026 Jun 05+ 08:00-18:00 | 2028-01-10T12:00 | OPEN",
        "2026 Jun 05+ 08:00-18:00 | 2026-06-04T12:00 | CLOSED",
        "Feb 29 08:00-18:00 | 2024-02-29T12:00 | OPEN",
        "Feb 29 08:00-18:00 | 2025-03-01T12:00 | CLOSED",
        "Feb 29 08:00-18:00 | 2025-02-28T12:00 | CLOSED",
        "Feb 10-Feb 29 08:00-18:00 | 2025-02-28T12:00 | OPEN",
        "Feb 10-Feb 29 08:00-18:00 | 2025-03-01T12:00 | CLOSED",
        "Jun Mo[1] 08:00-18:00 | 2026-06-01T12:00 | OPEN",
        "Jun Mo[1] 08:00-18:00 | 2026-06-08T12:00 | CLOSED",
        "24/7; easter off | 2026-04-05T12:00 | CLOSED",
        "24/7; easter -2 days-easter +1 day off | 2026-04-03T12:00 | CLOSED",
        "24/7; easter -2 days-easter +1 day off | 2026-04-07T12:00 | OPEN",
        "24/7; Jun 05 +Mo off | 2026-06-08T12:00 | UNKNOWN",
        "24/7; Jun 05+ off | 2026-06-08T12:00 | UNKNOWN",
        "May-Jun/2 08:00-18:00 | 2026-06-03T12:00 | UNKNOWN",
        "2024-2026 08:00-18:00 | 2026-06-01T12:00 | OPEN",
        "2024-2026/2 08:00-18:00 | 2025-06-01T12:00 | CLOSED",
        "2027+ 08:00-18:00 | 2026-06-01T12:00 | CLOSED",
        "Sep-Jun Mo-Fr 08:00-18:00; Jul-Aug off | 2026-07-01T12:00 | CLOSED",
        // weeks: the first of June 2026 is in week 23
        "week 23 Mo 08:00-18:00 | 2026-06-01T12:00 | OPEN",
        "week 1-10 Mo 08:00-18:00 | 2026-06-01T12:00 | CLOSED",
        "week 50-25 Mo 08:00-18:00 | 2026-06-01T12:00 | OPEN",
        "week 1-53/2 Mo 08:00-18:00 | 2026-06-01T12:00 | OPEN",
        "week 2-52/2 Mo 08:00-18:00 | 2026-06-01T12:00 | CLOSED",
        // school holidays are listed nowhere
        "Mo-Fr 08:00-18:00; SH off | 2026-06-01T12:00 | UNKNOWN",
        "Mo-Fr 08:00-18:00; SH off | 2026-06-01T20:00 | CLOSED",
        "SH Mo-Fr 09:00-12:00; Mo-Fr 08:00-18:00 | 2026-06-01T12:00 | OPEN",
      })
  void readsRules(String text, LocalDateTime time, State expected) {
    State state =
        OsmOpeningHours.parse(text, HolidayCalendar.china())
            .at(time.atZone(ZoneId.of("Asia/Shanghai")));
    assertThat(state).as("%s at %s", text, time).isEqualTo(expected);
  }
}
