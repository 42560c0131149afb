package io.dispatch120.dispatch.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
  private static final Instant TRUE_TIME = Instant.parse("2026-11-22T04:00:00Z");

  private final VirtualTime time = new VirtualTime();

  private DatabaseClock started(Duration wrong) {
    return new DatabaseClock(time::nanos, TRUE_TIME.plus(wrong));
  }

  private void answered(DatabaseClock clock, Duration there, Duration back) {
    long asked = clock.asking();
    time.pass(there);
    Instant said = time.instant();
    time.pass(back);
    clock.observe(said, asked);
  }

  @Test
  void takesTheDatabasesTimeHoweverWrongTheNodeIs() {
    for (int hours : new int[] {-1, 1}) {
      DatabaseClock clock = started(Duration.ofHours(hours));

      answered(clock, Duration.ofMillis(2), Duration.ofMillis(2));

      assertThat(Duration.between(clock.instant(), time.instant()).abs())
          .isLessThanOrEqualTo(Duration.ofMillis(4));
    }
  }

  @Test
  void goesOnByItselfBetweenAnswers() {
    DatabaseClock clock = started(Duration.ZERO);

    time.pass(Duration.ofSeconds(90));

    assertThat(clock.instant()).isEqualTo(TRUE_TIME.plusSeconds(90));
  }

  @Test
  void isNotTurnedBackByAnAnswerThatWasLongUnderWay() {
    DatabaseClock clock = started(Duration.ZERO);

    answered(clock, Duration.ofMillis(1), Duration.ofSeconds(90));

    assertThat(clock.instant()).isEqualTo(time.instant());
  }

  @Test
  void correctsASmallErrorToo() {
    DatabaseClock clock = started(Duration.ofMillis(900));

    answered(clock, Duration.ofMillis(1), Duration.ofMillis(1));

    assertThat(Duration.between(time.instant(), clock.instant()))
        .isLessThanOrEqualTo(Duration.ofMillis(2));
  }
}
