package io.dispatch120.dispatch.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.hospital.HospitalEvent.CapacityNoticeLifted;
import io.dispatch120.dispatch.hospital.HospitalEvent.CapacityNoticePosted;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HospitalDecisionsTest {
  private static final Instant NOW = DispatchScenario.NOON;
  private static final HospitalId HOSPITAL = new HospitalId("h");

  private static Decision decide(Command command) {
    Moment moment =
        new Moment(
            UUID.nameUUIDFromBytes(new byte[] {1}),
            new CenterId("c"),
            new Actor("hospital", "h"),
            null,
            NOW,
            DispatchScenario.POLICY,
            Shifts.NONE);
    return Decisions.decide(Scene.EMPTY, command, moment);
  }

  private static Decision post(@Nullable Instant until) {
    return decide(new Command.PostCapacityNotice(HOSPITAL, "导管室检修", until));
  }

  private static Object event(Decision decision) {
    return ((Decision.Accepted) decision).drafts().get(0).event();
  }

  @Test
  void letsANoticeEndAfterTwoHoursUnlessItSaysOtherwise() {
    assertThat(event(post(null)))
        .isEqualTo(new CapacityNoticePosted(HOSPITAL, "导管室检修", NOW.plus(Duration.ofHours(2))));
    assertThat(event(post(NOW.plusSeconds(1))))
        .isEqualTo(new CapacityNoticePosted(HOSPITAL, "导管室检修", NOW.plusSeconds(1)));
  }

  @ParameterizedTest
  @CsvSource({"-1, over already", "0, over already", "86401, more than 24 hours"})
  void refusesAnEndThatIsNone(long seconds, String said) {
    Decision decision = post(NOW.plusSeconds(seconds));

    assertThat(decision).isInstanceOf(Decision.Refused.class);
    assertThat(((Decision.Refused) decision).refusal().code()).isEqualTo(RefusalCode.INVALID_VALUE);
    assertThat(((Decision.Refused) decision).refusal().detail()).contains(said);
  }

  @Test
  void takesAWholeDay() {
    assertThat(post(NOW.plusSeconds(86_400))).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void liftsWhateverStands() {
    assertThat(event(decide(new Command.LiftCapacityNotice(HOSPITAL))))
        .isEqualTo(new CapacityNoticeLifted(HOSPITAL));
  }
}
