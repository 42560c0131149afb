package io.dispatch120.app.simulation.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.app.simulation.pace.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CallClockTest {
  private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

  @Test
  void ringsAtOnceAndFourTimesInTheFirstHalfMinute() {
    for (int seed = 0; seed < 50; seed++) {
      List<Instant> calls = calls(clock(seed), Duration.ofSeconds(25), 23);
      assertThat(calls).hasSize(4).first().isEqualTo(START);
    }
  }

  @Test
  void ringsAboutOnceAMinuteAfterThat() {
    List<Instant> calls = calls(clock(1), Duration.ofHours(20), 23);
    assertThat(calls).hasSizeBetween(1_000, 1_300);
    List<Long> gaps = new ArrayList<>();
    for (int i = 5; i < calls.size(); i++) {
      gaps.add(Duration.between(calls.get(i - 1), calls.get(i)).toSeconds());
    }
    assertThat(gaps).allMatch(seconds -> seconds >= 20 && seconds <= 151);
    assertThat(gaps.stream().distinct()).hasSizeGreaterThan(50);
  }

  @Test
  void waitsWhileAlmostNoAmbulanceIsFreeAndRingsWhenThereIsOne() {
    CallClock clock = clock(2);
    assertThat(calls(clock, Duration.ofMinutes(10), 4)).isEmpty();
    assertThat(clock.rings(START.plusSeconds(600), 5, 9)).isTrue();
    assertThat(clock.rings(START.plusSeconds(601), 5, 10)).as("nothing piled up").isFalse();
  }

  @Test
  void doesNotOpenAgainWithABurstWhenCallsAreOpenFromBefore() {
    CallClock clock = clock(3);
    assertThat(clock.rings(START, 23, 6)).isTrue();
    for (int second = 1; second < 20; second++) {
      assertThat(clock.rings(START.plusSeconds(second), 23, 7)).isFalse();
    }
  }

  private static CallClock clock(int seed) {
    return new CallClock(new Chance(new SplittableRandom(seed)));
  }

  private static List<Instant> calls(CallClock clock, Duration time, int freeUnits) {
    List<Instant> calls = new ArrayList<>();
    for (Instant now = START; now.isBefore(START.plus(time)); now = now.plusSeconds(1)) {
      if (clock.rings(now, freeUnits, calls.size())) {
        calls.add(now);
      }
    }
    return calls;
  }
}
