package io.dispatch120.geo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoadSpeedsTest {

  @ParameterizedTest
  @CsvSource({
    // Monday 2026-11-23
    "2026-11-23T06:59, ''",
    "2026-11-23T07:00, morning rush",
    "2026-11-23T09:30, ''",
    "2026-11-23T17:00, evening rush",
    "2026-11-23T22:59, ''",
    "2026-11-23T23:00, night",
    "2026-11-24T05:59, night",
    "2026-11-24T06:00, ''",
    "2026-11-28T08:00, ''",
    "2026-11-29T00:00, night",
  })
  void findsTheSlotOfAMoment(LocalDateTime local, String name) {
    assertThat(RoadSpeeds.DEFAULTS.findSlot(local).map(RoadSpeeds.Slot::name).orElse(""))
        .isEqualTo(name);
  }

  @Test
  void aNightBelongsToTheDayItBeginsOn() {
    RoadSpeeds.Slot friday =
        slot(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(4, 0), 1);
    assertThat(friday.contains(LocalDateTime.of(2026, 11, 28, 3, 0))).isTrue();
    assertThat(friday.contains(LocalDateTime.of(2026, 11, 27, 3, 0))).isFalse();
    RoadSpeeds.Slot sunday =
        slot(Set.of(DayOfWeek.SUNDAY), LocalTime.of(22, 0), LocalTime.of(4, 0), 1);
    assertThat(sunday.contains(LocalDateTime.of(2026, 11, 23, 3, 0))).isTrue();
  }

  @Test
  void equalTimesMeanAWholeDay() {
    RoadSpeeds.Slot sunday = slot(Set.of(DayOfWeek.SUNDAY), LocalTime.NOON, LocalTime.NOON, 1);
    assertThat(sunday.contains(LocalDateTime.of(2026, 11, 29, 12, 0))).isTrue();
    assertThat(sunday.contains(LocalDateTime.of(2026, 11, 30, 11, 59))).isTrue();
    assertThat(sunday.contains(LocalDateTime.of(2026, 11, 30, 12, 0))).isFalse();
  }

  @Test
  void theFirstSlotThatFitsCounts() {
    RoadSpeeds.Slot all =
        slot(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 1);
    RoadSpeeds.Slot noon = slot(Set.of(DayOfWeek.MONDAY), LocalTime.of(11, 0), LocalTime.NOON, 2);
    RoadSpeeds speeds = new RoadSpeeds(90, Map.of(), List.of(noon, all), 1.4, "test");
    assertThat(speeds.findSlot(LocalDateTime.of(2026, 11, 23, 11, 30)))
        .isEqualTo(Optional.of(noon));
    assertThat(speeds.findSlot(LocalDateTime.of(2026, 11, 23, 12, 0))).isEqualTo(Optional.of(all));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new RoadSpeeds(0, Map.of(), List.of(), 1.4, ""))
        .hasMessage("topSpeedKmh must be from 5.0 to 200.0, but is 0.0");
    assertThatThrownBy(() -> new RoadSpeeds(90, Map.of(), List.of(), Double.NaN, ""))
        .hasMessageContaining("walkingMetersPerSecond");
    assertThatThrownBy(() -> new RoadSpeeds(90, Map.of(RoadClass.TRUNK, 0.0), List.of(), 1.4, ""))
        .hasMessageContaining("factors of TRUNK");
    assertThatThrownBy(() -> slot(Set.of(), LocalTime.NOON, LocalTime.NOON, 1))
        .hasMessage("slot 'test' needs at least one day");
    assertThatThrownBy(() -> slot(Set.of(DayOfWeek.MONDAY), LocalTime.NOON, LocalTime.MIDNIGHT, 9))
        .hasMessageContaining("factor of slot 'test'");
  }

  private static RoadSpeeds.Slot slot(
      Set<DayOfWeek> days, LocalTime from, LocalTime to, double factor) {
    return new RoadSpeeds.Slot("test", days, from, to, factor, Map.of());
  }
}
