package io.dispatch120.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.awt.geom.Path2D;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoAedsTest {
  private static final double LEAST_SPACING_METERS = 25;
  private static final Set<String> CATEGORIES =
      Set.of(
          "metro",
          "park",
          "scenic",
          "bus",
          "rail",
          "school",
          "stadium",
          "community",
          "mall",
          "hospital");

  private final List<NamedCsvRecord> aeds = DemoFiles.aeds();

  @Test
  void countsOneHundredAndThirtyDevicesWithoutAGapInTheirNumbers() {
    assertThat(aeds)
        .extracting(aed -> aed.getField("id"))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 130).mapToObj("XJ-AED-%03d"::formatted).toList());
    assertThat(aeds).extracting(aed -> aed.getField("name")).doesNotHaveDuplicates();
  }

  @Test
  void saysThatEveryDeviceIsDemoData() {
    assertThat(aeds).allSatisfy(aed -> assertThat(aed.getField("source")).isEqualTo("demo"));
  }

  @Test
  void keepsEveryDeviceInsideTheServiceArea() {
    Path2D area = DemoFiles.serviceArea();
    assertThat(aeds).allSatisfy(aed -> assertThat(area.contains(lng(aed), lat(aed))).isTrue());
  }

  @Test
  void standsNoTwoDevicesCloserThanTwentyFiveMeters() {
    for (int i = 0; i < aeds.size(); i++) {
      for (int j = i + 1; j < aeds.size(); j++) {
        NamedCsvRecord a = aeds.get(i);
        NamedCsvRecord b = aeds.get(j);
        assertThat(DemoFiles.meters(lng(a), lat(a), lng(b), lat(b)))
            .as("%s and %s", a.getField("name"), b.getField("name"))
            .isGreaterThan(LEAST_SPACING_METERS);
      }
    }
  }

  @Test
  void usesOnlyKnownWordsForAccessReadinessAndCategory() {
    for (NamedCsvRecord aed : aeds) {
      assertThat(aed.getField("access")).isIn("public", "staffed", "restricted");
      assertThat(aed.getField("readiness")).isIn("ok", "fault", "expired", "missing", "unknown");
      assertThat(aed.getField("category")).isIn(CATEGORIES);
    }
    assertThat(aeds.stream().map(aed -> aed.getField("category")).distinct())
        .containsExactlyInAnyOrderElementsOf(CATEGORIES);
  }

  @Test
  void writesHoursThatCanBeReadOrLeavesThemUnknown() {
    assertThat(
            aeds.stream()
                .map(aed -> aed.getField("openingHours"))
                .filter(hours -> !hours.isEmpty()))
        .allMatch(hours -> DemoFiles.OPENING_HOURS.matcher(hours).matches());
    assertThat(aeds).allSatisfy(aed -> assertThat(aed.getField("hoursText")).isNotBlank());
  }

  @Test
  void holdsEveryKindOfHoursThatASearchMustHandle() {
    List<String> hours = aeds.stream().map(aed -> aed.getField("openingHours")).toList();
    assertThat(hours.stream().filter(String::isEmpty)).hasSizeBetween(2, 8);
    assertThat(hours.stream().filter(DemoAedsTest::passesMidnight)).hasSizeBetween(2, 8);
    assertThat(hours).contains("24/7", "06:30-22:30", "Mo-Fr 08:00-18:00; Sa 09:00-12:00; Su off");
  }

  @Test
  void leavesATwelfthOfTheDevicesUnusable() {
    assertThat(aeds.stream().filter(aed -> aed.getField("readiness").equals("ok"))).hasSize(118);
    assertThat(aeds.stream().map(aed -> aed.getField("readiness")).distinct()).hasSize(5);
  }

  @Test
  void tellsWhereToLookAndWhomToAsk() {
    for (NamedCsvRecord aed : aeds) {
      assertThat(aed.getField("building")).isNotBlank();
      assertThat(aed.getField("floor")).matches("B\\d|\\dF");
      assertThat(aed.getField("placement")).hasSizeGreaterThanOrEqualTo(6);
      assertThat(aed.getField("custodian")).isNotBlank();
      assertThat(Instant.parse(aed.getField("lastCheckedAt")))
          .isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    }
    assertThat(aeds)
        .extracting(aed -> aed.getField("custodianPhone"))
        .doesNotHaveDuplicates()
        .allMatch(phone -> phone.matches(DemoFiles.PHONE));
  }

  private static boolean passesMidnight(String hours) {
    return hours.length() == 11 && hours.substring(6).compareTo(hours.substring(0, 5)) < 0;
  }

  private static double lng(NamedCsvRecord aed) {
    return Double.parseDouble(aed.getField("lng"));
  }

  private static double lat(NamedCsvRecord aed) {
    return Double.parseDouble(aed.getField("lat"));
  }
}
