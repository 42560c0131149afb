package io.dispatch120.geo.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.geo.hours.HolidayCalendar.Reading;
import java.io.IOException;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String HEAD = "zone,Asia/Shanghai\nyear,2026\n";

  @ParameterizedTest
  @CsvSource({
    "2026-02-14,MAKE_UP", "2026-02-15,HOLIDAY", "2026-02-23,HOLIDAY", "2026-02-24,ORDINARY",
    "2026-01-01,HOLIDAY", "2026-01-04,MAKE_UP", "2026-10-07,HOLIDAY", "2026-10-10,MAKE_UP",
    "2026-11-26,ORDINARY", "2025-10-08,HOLIDAY", "2025-09-28,MAKE_UP", "2024-10-01,UNPUBLISHED",
    "2027-01-01,UNPUBLISHED"
  })
  void knowsTheDaysOfChina(LocalDate day, DayKind kind) {
    assertThat(HolidayCalendar.china().kindOf(day, SHANGHAI)).isEqualTo(kind);
    assertThat(HolidayCalendar.china().kindOf(day, ZoneId.of("Asia/Hong_Kong")))
        .isEqualTo(DayKind.ELSEWHERE);
  }

  /**
   * 33 days in a year with eight days of National Day and Mid-Autumn together, as the notices say.
   */
  @ParameterizedTest
  @CsvSource({"2025,28,5", "2026,33,6"})
  void countsAsManyDaysAsTheNotices(int year, int holidays, int makeUps) {
    assertThat(days(year).filter(day -> kind(day) == DayKind.HOLIDAY)).hasSize(holidays);
    assertThat(days(year).filter(day -> kind(day) == DayKind.MAKE_UP)).hasSize(makeUps);
  }

  @Test
  void makesUpOnWeekendsOnly() {
    assertThat(Stream.of(2025, 2026).flatMap(HolidayCalendarTest::days))
        .filteredOn(day -> kind(day) == DayKind.MAKE_UP)
        .extracting(LocalDate::getDayOfWeek)
        .isSubsetOf(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  }

  @Test
  void readsAnotherCalendar() throws IOException {
    Reading reading =
        read(
            "\uFEFF# ours\r\nzone,Asia/Tokyo\r\nyear,2026\r\nholiday,2026-05-03,2026-05-06,GW\r\n");
    assertThat(reading.errors()).isEmpty();
    HolidayCalendar calendar = reading.calendar().orElseThrow();
    assertThat(calendar.kindOf(LocalDate.parse("2026-05-06"), ZoneId.of("Asia/Tokyo")))
        .isEqualTo(DayKind.HOLIDAY);
    assertThat(calendar.kindOf(LocalDate.parse("2026-05-06"), SHANGHAI))
        .isEqualTo(DayKind.ELSEWHERE);
    assertThat(calendar.covers(2026)).isTrue();
    assertThat(calendar.covers(2027)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feiertag,2026-01-01 | line 3: begins with 'feiertag', not with zone, year, holiday or makeup",
        "holiday,01.01.2026 | line 3: 'holiday' needs a value it can read",
        "holiday,2026-02-30 | line 3: 'holiday' needs a value it can read",
        "holiday | line 3: 'holiday' needs a value it can read",
        "zone,Mars/Olympus | line 3: 'zone' needs a value it can read",
        "year,two | line 3: 'year' needs a value it can read",
        "holiday,2026-02-05,2026-02-01 | line 3: must end on its first day or at most 31 days on",
        "holiday,2026-02-05,9999-02-01 | line 3: must end on its first day or at most 31 days on",
        "holiday,2027-01-01 | line 3: 2027-01-01 is in a year without a line year,2027",
      })
  void refusesABadLineAndSaysWhich(String line, String error) throws IOException {
    Reading reading = read(HEAD + line);
    assertThat(reading.calendar()).isEmpty();
    assertThat(reading.errors()).singleElement().asString().startsWith(error);
  }

  @Test
  void refusesADayGivenTwiceAndAFileWithoutZoneOrYear() throws IOException {
    assertThat(read(HEAD + "holiday,2026-01-01\nmakeup,2026-01-01").errors())
        .containsExactly("line 4: 2026-01-01 was given before");
    assertThat(read("").errors()).hasSize(2);
    assertThat(read("").calendar()).isEmpty();
  }

  @Test
  void stopsReadingAFileOfSomethingElse() throws IOException {
    assertThat(read("id,name\n".repeat(1_000_000)).errors()).hasSizeLessThan(30);
    assertThat(read("\n".repeat(1_000_000)).calendar()).isEmpty();
  }

  private static Reading read(String text) throws IOException {
    return HolidayCalendar.read(new StringReader(text));
  }

  private static DayKind kind(LocalDate day) {
    return HolidayCalendar.china().kindOf(day, SHANGHAI);
  }

  private static Stream<LocalDate> days(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
  }
}
