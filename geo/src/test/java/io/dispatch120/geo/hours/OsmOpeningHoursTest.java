package io.dispatch120.geo.hours;

import static io.dispatch120.geo.api.OpeningHours.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.geo.api.OpeningHours;
import io.dispatch120.geo.api.OpeningHours.State;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OsmOpeningHoursTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24/7 | MONDAY 00:00 | OPEN",
        "24/7 | SUNDAY 23:59:59 | OPEN",
        "24/7; Su off | SUNDAY 12:00 | CLOSED",
        "24/7; Su off | MONDAY 00:00 | OPEN",
        // begin included, end not
        "08:00-22:00 | WEDNESDAY 07:59:59 | CLOSED",
        "08:00-22:00 | WEDNESDAY 08:00 | OPEN",
        "08:00-22:00 | WEDNESDAY 21:59:59 | OPEN",
        "08:00-22:00 | WEDNESDAY 22:00 | CLOSED",
        "8:00-22:00 | WEDNESDAY 08:00 | OPEN",
        "00:00-24:00 | TUESDAY 00:00 | OPEN",
        "00:00-24:00 | TUESDAY 23:59:59 | OPEN",
        // days
        "Mo-Fr 08:00-18:00; Sa 09:00-12:00; Su off | FRIDAY 17:59 | OPEN",
        "Mo-Fr 08:00-18:00; Sa 09:00-12:00; Su off | SATURDAY 08:30 | CLOSED",
        "Mo-Fr 08:00-18:00; Sa 09:00-12:00; Su off | SATURDAY 11:59 | OPEN",
        "Mo-Fr 08:00-18:00; Sa 09:00-12:00; Su off | SUNDAY 10:00 | CLOSED",
        "Mo-Fr 08:00-18:00 | SUNDAY 10:00 | CLOSED",
        "Mo,We,Fr-Sa 08:00-12:00 | WEDNESDAY 09:00 | OPEN",
        "Mo,We,Fr-Sa 08:00-12:00 | THURSDAY 09:00 | CLOSED",
        "Mo, We 08:00-12:00 | WEDNESDAY 09:00 | OPEN",
        "Fr-Mo 08:00-12:00 | SUNDAY 09:00 | OPEN",
        "Fr-Mo 08:00-12:00 | MONDAY 09:00 | OPEN",
        "Fr-Mo 08:00-12:00 | TUESDAY 09:00 | CLOSED",
        "Mo-Su closed | TUESDAY 09:00 | CLOSED",
        "off | TUESDAY 09:00 | CLOSED",
        "  Mo-Fr   08:00 - 18:00 ;  Sa 09:00-12:00 ; | SATURDAY 10:00 | OPEN",
        // lists of spans
        "08:00-12:00,14:00-18:00 | MONDAY 13:00 | CLOSED",
        "08:00-12:00, 14:00-18:00 | MONDAY 14:00 | OPEN",
        // past midnight
        "22:00-02:00 | MONDAY 23:00 | OPEN",
        "22:00-02:00 | MONDAY 01:59 | OPEN",
        "22:00-02:00 | MONDAY 02:00 | CLOSED",
        "22:00-02:00 | MONDAY 21:59 | CLOSED",
        "05:50-24:50 | MONDAY 00:49 | OPEN",
        "05:50-24:50 | MONDAY 00:50 | CLOSED",
        "05:50-24:50 | MONDAY 05:49 | CLOSED",
        "05:50-00:50 | MONDAY 00:30 | OPEN",
        "22:00-00:00 | MONDAY 23:59 | OPEN",
        "22:00-00:00 | TUESDAY 00:00 | CLOSED",
        "Fr 22:00-02:00 | SATURDAY 01:00 | OPEN",
        "Fr 22:00-02:00 | FRIDAY 01:00 | CLOSED",
        "Su 22:00-02:00 | MONDAY 01:00 | OPEN",
        "10:00-34:00 | MONDAY 09:59 | OPEN",
        // later rules replace earlier ones on their days, wholly
        "Mo-Su 08:00-20:00; We 10:00-12:00 | WEDNESDAY 09:00 | CLOSED",
        "Mo-Su 08:00-20:00; We 10:00-12:00 | WEDNESDAY 11:00 | OPEN",
        "Mo-Su 08:00-20:00; We 10:00-12:00 | THURSDAY 09:00 | OPEN",
        "We off; Mo-Su 08:00-20:00 | WEDNESDAY 09:00 | OPEN",
        "Mo-Fr 08:00-18:00; 10:00-12:00 | MONDAY 09:00 | CLOSED",
        // the evening before runs on, while a rule of the new day says closed
        "Fr 22:00-02:00; Sa off | SATURDAY 01:00 | UNKNOWN",
        "Fr 22:00-02:00; Sa off | SATURDAY 03:00 | CLOSED",
        "Fr 22:00-02:00; Sa 00:30-05:00 | SATURDAY 01:00 | OPEN",
        "Sa 10:00-12:00; Fr 22:00-02:00 | SATURDAY 01:00 | OPEN",
      })
  void readsDaysAndTimes(String text, String time, State expected) {
    assertThat(hours(text).at(time(time))).as(text + " at " + time).isEqualTo(expected);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        ";",
        "24小时",
        "全天候開放",
        "依據班機時刻表",
        "月火水木金",
        "open",
        "8-18",
        "08:00",
        "08:00+",
        "00:00-00:00",
        "08:00-08:00",
        "24:00-26:00",
        "08:00-33:00",
        "08:60-12:00",
        "99:00-12:00",
        "Mo-Fr",
        "Mo-Fr 24/7",
        "Mo-Fr 08:00-18:00;; Sa 09:00-12:00",
        "1.Do im Monat 10:00-22:00",
        "sunrise-sunset",
        "\"by appointment\"",
        "Mo-Fr, 08:00-18:00",
        "Mo- 08:00-18:00",
        "-Fr 08:00-18:00",
        "Xx 08:00-18:00",
        "6.00-19.30 Uhr",
        "08:00-18:00,",
        "08:00-12:00-14:00",
        "０８:00-18:00",
        "24/7 off",
        "Jan-Mar",
        "PH",
        "08:00-49:00",
        "10:00-16:00/01:30",
        "24/7 \"ask the guard\"",
        "24/7 open \"ask the guard\"",
        "unknown",
        "Mo-Fr 08:00-18:00 || Sa 09:00-12:00; Su 10:00-11:00",
        "Mo,PH,Tu 08:00-09:00"
      })
  void whateverElseIsUnknownAtAnyTime(String text) {
    OpeningHours hours = hours(text);
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int hour = 0; hour < 24; hour++) {
        assertThat(hours.at(time("%s %02d:30".formatted(day, hour)))).isEqualTo(UNKNOWN);
      }
    }
  }

  @Test
  void textLongerThanOpenStreetMapStoresIsUnknown() {
    assertThat(hours("Mo" + " ".repeat(1_000_000) + "x").at(time("MONDAY 10:00")))
        .isEqualTo(UNKNOWN);
    assertThat(hours("24/7" + "; 24/7".repeat(50)).at(time("MONDAY 10:00"))).isEqualTo(UNKNOWN);
  }

  @Test
  void meansTheWallClockOfTheZone() {
    OpeningHours hours = hours("08:00-22:00");
    ZonedDateTime evening = time("MONDAY 23:00");
    assertThat(hours.at(evening)).isEqualTo(State.CLOSED);
    assertThat(hours.at(evening.withZoneSameInstant(ZoneId.of("UTC")))).isEqualTo(State.OPEN);
  }

  @Property
  void oneSpanADayIsOpenInItAndClosedOutside(
      @ForAll @IntRange(max = 1439) int start,
      @ForAll @IntRange(min = 1, max = 1439) int length,
      @ForAll @IntRange(max = 1439) int minute) {
    int end = (start + length) % 1440;
    String text = "%02d:%02d-%02d:%02d".formatted(start / 60, start % 60, end / 60, end % 60);
    boolean inside = Math.floorMod(minute - start, 1440) < length;
    assertThat(hours(text).at(time("MONDAY 00:00").plusMinutes(minute)))
        .as("%s at minute %d", text, minute)
        .isEqualTo(inside ? State.OPEN : State.CLOSED);
  }

  @Property
  void neverFails(@ForAll String text, @ForAll @IntRange(max = 10_000) int minute) {
    assertThat(hours(text).at(time("MONDAY 00:00").plusMinutes(minute))).isNotNull();
  }

  private static OpeningHours hours(@Nullable String text) {
    return OsmOpeningHours.parse(text, HolidayCalendar.china());
  }

  /** A moment in the first week of June 2026, which begins on a Monday. */
  private static ZonedDateTime time(String dayAndTime) {
    String[] parts = dayAndTime.split(" ");
    LocalDateTime time =
        LocalDateTime.parse(
            "2026-06-0%dT%s".formatted(DayOfWeek.valueOf(parts[0]).getValue(), parts[1]));
    return time.atZone(SHANGHAI);
  }
}
