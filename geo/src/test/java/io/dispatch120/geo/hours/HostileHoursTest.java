package io.dispatch120.geo.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.dispatch120.geo.api.OpeningHours;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that nobody wrote to be read. */
class HostileHoursTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final List<String> WORDS =
      List.of(
          "Mo",
          "Tu",
          "Fr",
          "Sa",
          "Su",
          "PH",
          "SH",
          "Jan",
          "Feb",
          "Dec",
          "easter",
          "week",
          "2026",
          "2099",
          "0",
          "1",
          "5",
          "29",
          "31",
          "53",
          "99",
          "08:00",
          "24:00",
          "26:00",
          "48:00",
          "00:00",
          "23:59",
          "-",
          "-",
          ",",
          ",",
          ";",
          "||",
          " ",
          " ",
          " ",
          "/",
          "+",
          ":",
          "[",
          "]",
          "(",
          ")",
          "off",
          "closed",
          "open",
          "unknown",
          "24/7",
          "sunrise",
          "sunset",
          "dusk",
          "\"a\"",
          "\"",
          "day",
          "days",
          "am",
          "pm",
          "–",
          "999999999999",
          "-1",
          "２",
          "\u0000",
          "\uD83D",
          "%",
          "'");

  @Property(tries = 20_000)
  void neverFailsOnWordsOfTheGrammar(
      @ForAll("soup") String text, @ForAll @IntRange(max = 3_000_000) int minute) {
    OpeningHours hours = OsmOpeningHours.parse(text, HolidayCalendar.china());
    LocalDateTime from = LocalDateTime.parse("2024-01-01T00:00");
    assertThat(hours.at(from.plusMinutes(minute).atZone(SHANGHAI))).as(text).isNotNull();
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(WORDS).list().ofMaxSize(60).map(words -> String.join("", words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "((((((((((",
        "\"",
        "\"\"\"\"",
        "[",
        "Mo[",
        "Mo[1,",
        ",",
        ";",
        "||",
        "|",
        "-",
        "PH,",
        "week ",
        "Jan ",
        "00:00-24:00/00:00 ",
        "Mo,",
        "SH,PH,",
        "easter +1 day,",
        "(sunrise+00:01)-",
        "24/7||",
        "Mo 00:00-24:00,",
        "Mo-Su[1-5],",
        "2026-2099/1,",
        "\u0000",
        "{",
        "<",
        "0",
        "9"
      })
  void isBoundedOnLongRepetitions(String part) {
    for (int length : List.of(255, 10_000_000 / part.length())) {
      String text = part.repeat(Math.max(1, length / part.length()));
      assertTimeoutPreemptively(
          Duration.ofSeconds(2),
          () ->
              assertThat(
                      OsmOpeningHours.parse(text, HolidayCalendar.china())
                          .at(LocalDateTime.parse("2026-06-01T12:00").atZone(SHANGHAI)))
                  .isNotNull());
    }
  }
}
