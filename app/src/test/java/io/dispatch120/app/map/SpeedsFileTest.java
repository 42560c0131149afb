package io.dispatch120.app.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.app.config.StartFailure;
import io.dispatch120.geo.api.RoadClass;
import io.dispatch120.geo.api.RoadSpeeds;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedsFileTest {
  private static final String GOOD =
      """
      source: measured 2026
      topSpeedKmh: 100
      walkingMetersPerSecond: 1.3
      factors: { primary: 1.2 }
      slots:
        - { name: rush, days: "Mo-We,Fr", from: "07:00", to: "09:00", factor: 0.5 }
      """;

  @Test
  void hasTheAssumptionsOfTheProductBuiltIn() {
    assertThat(SpeedsFile.read(Optional.empty())).isEqualTo(RoadSpeeds.DEFAULTS);
  }

  @Test
  void readsSpeedsAndSlots() {
    RoadSpeeds speeds = SpeedsFile.parse("speeds.yaml", GOOD);
    assertThat(speeds.factors()).isEqualTo(Map.of(RoadClass.PRIMARY, 1.2));
    assertThat(speeds.source()).isEqualTo("measured 2026");
    assertThat(speeds.findSlot(LocalDateTime.of(2026, 3, 4, 8, 0))).isPresent(); // Wednesday
    assertThat(speeds.findSlot(LocalDateTime.of(2026, 3, 5, 8, 0))).isEmpty();
    assertThat(speeds.findSlot(LocalDateTime.of(2026, 3, 6, 9, 0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topSpeedKmh: 100 | topSpeedKmh: 900 | topSpeedKmh must be",
        "topSpeedKmh: 100 | topSpeedKmh: fast | a number for topSpeedKmh",
        "topSpeedKmh: 100 | topSpeed: 100 | unknown key \"topSpeed\"",
        "primary: 1.2 | highway: 1.2 | unknown class of road \"highway\"",
        "primary: 1.2 | primary: 99 | PRIMARY",
        "source: measured 2026 | source: 2026 | a text for source",
        "Mo-We,Fr | Mo-Xx | days \"Mo-Xx\"",
        "09:00 | 25:00 | the time \"25:00\"",
        "factor: 0.5 | speed: 0.5 | unknown key \"speed\" in slot 1",
        "source: | !!java.io.File: | is no YAML"
      })
  void saysWhatIsWrong(String good, String bad, String message) {
    assertThatThrownBy(() -> SpeedsFile.parse("speeds.yaml", GOOD.replace(good, bad)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("speeds.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThatThrownBy(() -> SpeedsFile.read(Optional.of(Path.of("/nowhere/speeds.yaml"))))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("can not be read");
  }
}
