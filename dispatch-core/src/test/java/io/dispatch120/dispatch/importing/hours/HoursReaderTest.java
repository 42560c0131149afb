package io.dispatch120.dispatch.importing.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.importing.hours.HoursCells.DaySpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursReaderTest {
  /** Weekdays, Saturday, Sunday, remark: as Taiwan's list has them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "08:00-17:00 | 00:00-00:00 | 00:00-00:00 | | Mo-Fr 08:00-17:00; Sa off; Su off",
        "08:00-17:00 | 09:00-12:00 | | | Mo-Fr 08:00-17:00; Sa 09:00-12:00",
        "00:00-23:59 | 00:00-23:59 | 00:00-23:59 | 24小時 | 24/7",
        "00:00-24:00 | 00:00-24:00 | 00:00-24:00 | | 24/7",
        "05:50-00:50 | 05:50-00:50 | 05:50-00:50 | | Mo-Fr 05:50-00:50; Sa 05:50-00:50; Su 05:50-00:50",
        "00:00-00:00 | 00:00-00:00 | 00:00-00:00 | 24小時 | 24/7",
        "00:00-00:00 | 00:00-00:00 | 00:00-00:00 | | -",
        "00:00-00:00 | 00:00-00:00 | 00:00-00:00 | 依據班機時刻表 | -",
        "00:00-24:00 | 00:00-00:00 | 00:00-00:00 | | -",
        "08:00-17:00 | 08:00-17:00 | 08:00-17:00 | 國定假日不開放 | Mo-Fr 08:00-17:00; Sa 08:00-17:00; Su 08:00-17:00; PH off",
        "08:00-17:00 | | | 請洽服務台 | Mo-Fr 08:00-17:00",
        "08:00-17:00 | | | 寒暑假除外 | -",
        "08:00-17:00 | | | 24小時 | -",
        "08:00-8點多 | | | | -",
        " | | | 全天候開放 | 24/7",
        " | | | 依據班機時刻表 | -",
      })
  void readsColumnsForGroupsOfDays(
      String weekdays, String saturday, String sunday, String remark, String osm) {
    Hours hours =
        new HoursReader()
            .read(
                new HoursCells(
                    "",
                    List.of(
                        span("Mo-Fr", "周一至周五", weekdays),
                        span("Sa", "周六", saturday),
                        span("Su", "周日", sunday)),
                    false,
                    "",
                    "",
                    "",
                    remark == null ? "" : remark));
    if (osm.equals("-")) {
      assertThat(hours.osm()).isNull();
      assertThat(hours.warning()).contains("unknown");
    } else {
      assertThat(hours.osm()).isEqualTo(osm);
      assertThat(hours.warning()).isNull();
    }
    assertThat(hours.text()).isNotBlank();
  }

  private static DaySpan span(String days, String label, String range) {
    String[] parts = range == null ? new String[] {"", ""} : range.split("-", 2);
    return new DaySpan(days, label, parts[0], parts[1]);
  }

  @Test
  void readsDaysAndTimesOfTheirOwnColumns() {
    assertThat(read("月火水木金", "09:00", "17:00", "").osm()).isEqualTo("Mo-Fr 09:00-17:00");
    assertThat(read("平日", "9:00", "17:15", "祝日休み").osm())
        .isEqualTo("Mo-Fr 09:00-17:15; PH off; PH off");
    Hours noDays = read("", "09:00", "17:00", "");
    assertThat(noDays.osm()).isNull();
    assertThat(noDays.text()).isEqualTo("09:00-17:00");
    assertThat(noDays.warning()).isNotNull();
  }

  private static Hours read(String days, String from, String to, String remark) {
    return new HoursReader().read(new HoursCells("", List.of(), true, days, from, to, remark));
  }

  @Test
  void keepsWhatItCannotReadAsText() {
    Hours hours = new HoursReader().read(HoursCells.ofText("Mo - Fr 09:00 und zu Veranstaltungen"));
    assertThat(hours.osm()).isNull();
    assertThat(hours.text()).isEqualTo("Mo - Fr 09:00 und zu Veranstaltungen");
    assertThat(hours.warning()).isNotNull();
    assertThat(new HoursReader().read(HoursCells.ofText("Feiertags geschlossen")).osm()).isNull();
  }

  @Test
  void saysNothingWhereTheListSaysNothing() {
    assertThat(new HoursReader().read(HoursCells.ofText(" - "))).isEqualTo(Hours.NONE);
  }
}
