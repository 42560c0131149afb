package io.dispatch120.dispatch.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.hospital.HospitalEvent.CapacityNoticeLifted;
import io.dispatch120.dispatch.hospital.HospitalEvent.CapacityNoticePosted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CapacityNoticesTest {
  private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");
  private static final HospitalId ONE = new HospitalId("one");
  private static final HospitalId TWO = new HospitalId("two");

  private static Stamp stamp(long seq) {
    return new Stamp(seq, NOW.plusSeconds(seq), NOW.plusSeconds(seq), new Actor("hospital", "h"));
  }

  private static CapacityNoticePosted posted(HospitalId hospital, String reason, long until) {
    return new CapacityNoticePosted(hospital, reason, NOW.plusSeconds(until));
  }

  @Test
  void endsByItself() {
    CapacityNotices notices = CapacityNotices.NONE.with(posted(ONE, "满床", 60), stamp(1));

    assertThat(notices.find(ONE, NOW.plusSeconds(59))).isPresent();
    assertThat(notices.find(ONE, NOW.plusSeconds(60))).isEmpty();
    assertThat(notices.listStanding(NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void replacesTheNoticeBeforeAndLiftsOnlyThatOfItsHospital() {
    CapacityNotices notices =
        CapacityNotices.NONE
            .with(posted(TWO, "检修", 60), stamp(1))
            .with(posted(ONE, "满床", 60), stamp(2))
            .with(posted(ONE, "导管室占用", 90), stamp(3));

    assertThat(notices.listStanding(NOW))
        .extracting(CapacityNotice::reason)
        .containsExactly("导管室占用", "检修");
    CapacityNotices after = notices.with(new CapacityNoticeLifted(ONE), stamp(4));
    assertThat(after.find(ONE, NOW)).isEmpty();
    assertThat(after.find(TWO, NOW)).isPresent();
    assertThat(after.with(new CapacityNoticeLifted(ONE), stamp(5))).isEqualTo(after);
  }

  @Test
  void forgetsWhatHasEnded() {
    CapacityNotices notices =
        CapacityNotices.NONE
            .with(posted(ONE, "满床", 10), stamp(1))
            .with(posted(TWO, "满床", 90), stamp(20));

    assertThat(notices.byHospital()).containsOnlyKeys("two");
  }
}
