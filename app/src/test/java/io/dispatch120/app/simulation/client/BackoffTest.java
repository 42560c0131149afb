package io.dispatch120.app.simulation.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.app.simulation.pace.Chance;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(new Chance(new SplittableRandom(1)));

  @Test
  void comesBackAtOnceThenSlowerAndSlowerButNeverGivesUp() {
    assertThat(backoff.next()).isZero();
    for (int seconds : new int[] {1, 2, 4, 8, 15, 15, 15, 15, 15, 15, 15, 15}) {
      assertThat(backoff.next())
          .isBetween(Duration.ofMillis(seconds * 500L), Duration.ofMillis(seconds * 1500L));
    }
  }

  @Test
  void startsAnewOnceItWorked() {
    backoff.next();
    backoff.next();
    backoff.succeeded();
    assertThat(backoff.next()).isZero();
  }

  @Test
  void doesNotComeBackTogetherWithOthers() {
    Backoff other = new Backoff(new Chance(new SplittableRandom(2)));
    backoff.next();
    other.next();
    assertThat(backoff.next()).isNotEqualTo(other.next());
  }
}
