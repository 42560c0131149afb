package io.dispatch120.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.app.config.StartFailure;
import io.dispatch120.geo.hours.HolidayCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolidaysFileTest {
  @TempDir private Path folder;

  private Optional<Path> file(String text) throws IOException {
    return Optional.of(Files.writeString(folder.resolve("holidays.csv"), text));
  }

  @Test
  void withoutAFileTheBuiltInCalendarCounts() {
    assertThat(HolidaysFile.read(Optional.empty())).isSameAs(HolidayCalendar.china());
  }

  @Test
  void aFileReplacesTheBuiltInCalendar() throws IOException {
    HolidayCalendar calendar =
        HolidaysFile.read(
            file("zone,Asia/Shanghai\nyear,2027\nholiday,2027-01-01,2027-01-03,元旦\n"));

    assertThat(calendar.covers(2027)).isTrue();
    assertThat(calendar.covers(2026)).isFalse();
  }

  @Test
  void aBadLineStopsTheStartAndIsNamed() throws IOException {
    Optional<Path> broken = file("zone,Asia/Shanghai\nyear,2027\nholiday,2027-02-30\n");

    assertThatThrownBy(() -> HolidaysFile.read(broken))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("holidays.csv")
        .hasMessageContaining("3");
  }

  @Test
  void aFileThatIsNoTextStopsTheStart() throws IOException {
    Path file = folder.resolve("holidays.csv");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

    assertThatThrownBy(() -> HolidaysFile.read(Optional.of(file))).isInstanceOf(StartFailure.class);
  }

  @Test
  void warnsOfAYearThatIsNotKnownInTheDecemberBefore() {
    HolidayCalendar china = HolidayCalendar.china();

    assertThat(HolidaysFile.warning(china, LocalDate.of(2026, 11, 30))).isEmpty();
    assertThat(HolidaysFile.warning(china, LocalDate.of(2026, 12, 1)))
        .hasValueSatisfying(text -> assertThat(text).contains("2027"));
    assertThat(HolidaysFile.warning(china, LocalDate.of(2099, 3, 1)))
        .hasValueSatisfying(text -> assertThat(text).contains("2099"));
  }
}
