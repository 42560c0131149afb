package io.dispatch120.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceClockTest {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final Instant ASSIGNED = NOW.minusSeconds(600);

  // Seconds from now, by the device's own clock; the assignment began 600 s ago.
  @ParameterizedTest(name = "tapped {0}, sent {1}: at {2}, suspect {3}")
  @CsvSource({
    "-30, 0, -30, false", // a right clock, tapped offline
    "-90, -60, -30, false", // a minute slow
    "30, 60, -30, false", // a minute fast
    "3570, 3600, -30, true", // an hour fast: corrected, but suspect
    "-604830, -604800, -30, true", // a week slow
    "-700, 0, -600, true", // before the assignment
    "-603, 0, -600, false", // by a few seconds
    "10, 0, 0, true", // after it was sent
    "3, 0, 0, false",
  })
  void correctsTheDevicesError(long tapped, long sent, long expected, boolean suspect) {
    DeviceClock.Corrected corrected =
        DeviceClock.correct(NOW.plusSeconds(tapped), NOW.plusSeconds(sent), ASSIGNED, NOW)
            .orElseThrow();
    assertThat(corrected.at()).isEqualTo(NOW.plusSeconds(expected));
    assertThat(corrected.suspect()).isEqualTo(suspect);
  }

  @Test
  void trustsADeviceThatDoesNotSayWhenItSent() {
    assertThat(DeviceClock.correct(NOW.minusSeconds(30), null, ASSIGNED, NOW))
        .contains(new DeviceClock.Corrected(NOW.minusSeconds(30), false));
  }

  @Test
  void givesUpMoreThanADayOff() {
    Instant longAgo = NOW.minusSeconds(24 * 3600 + 1);
    assertThat(DeviceClock.correct(longAgo, NOW, ASSIGNED, NOW)).isEmpty();
    assertThat(DeviceClock.correct(longAgo.plusSeconds(1), NOW, ASSIGNED, NOW)).isPresent();
    assertThat(DeviceClock.correct(NOW.plusSeconds(24 * 3600 + 1), null, ASSIGNED, NOW)).isEmpty();
  }
}
