package io.dispatch120.dispatch.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderContact;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.Catalogue.OnCall;
import io.dispatch120.dispatch.api.ContactChannel;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaddersTest {
  private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");

  private static HospitalInfo hospital(@Nullable Integer median, LadderLevel... ladder) {
    return new HospitalInfo(
        new HospitalId("h"),
        "医院",
        new LngLat(112.9, 28.2),
        List.of(new HospitalCapability("pci_24x7", null)),
        null,
        median,
        List.of(ladder));
  }

  private static LadderLevel level(int number, @Nullable String phone, LadderContact... together) {
    return new LadderLevel(number, "值班" + number, "console", phone, List.of(together));
  }

  @Test
  void putsThePersonOnCallBehindTheLevelUntilTheShiftEnds() {
    HospitalInfo hospital =
        hospital(60, level(2, "2"), level(1, "1"))
            .with(List.of(new OnCall(2, "王医生", "22", NOW.plusSeconds(1))));

    List<Rung> now = Ladders.of(hospital, NOW);
    List<Rung> later = Ladders.of(hospital, NOW.plusSeconds(1));

    assertThat(now).extracting(Rung::level).containsExactly(1, 2);
    assertThat(now.get(1).first())
        .isEqualTo(
            new Contact("值班2", new Personal("王医生"), ContactChannel.CONSOLE, new Personal("22")));
    assertThat(later.get(1).first())
        .isEqualTo(new Contact("值班2", null, ContactChannel.CONSOLE, new Personal("2")));
  }

  @Test
  void keepsTheNumberOfTheLevelWhenTheRosterHasNone() {
    HospitalInfo hospital =
        hospital(60, level(1, "1")).with(List.of(new OnCall(1, "王医生", null, NOW.plusSeconds(9))));

    assertThat(Ladders.of(hospital, NOW).get(0).first().phone()).isEqualTo(new Personal("1"));
  }

  @Test
  void tellsThoseTogetherWhoStandTogether() {
    HospitalInfo hospital = hospital(60, level(1, "1", new LadderContact("导管室", "sms", "3")));

    assertThat(Ladders.of(hospital, NOW).get(0).recipients())
        .extracting(Contact::channel)
        .containsExactly(ContactChannel.CONSOLE, ContactChannel.SMS);
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(Ladders.problems(hospital(60, level(1, "1")), NOW)).isEmpty();
    assertThat(Ladders.problems(hospital(null, level(1, "1")), NOW))
        .containsExactly("no_pci_median");
    assertThat(Ladders.problems(hospital(60), NOW)).containsExactly("no_contacts");
    assertThat(Ladders.problems(hospital(60, level(1, null), level(2, " ")), NOW))
        .containsExactly("no_reachable_contact");
    assertThat(
            Ladders.problems(
                hospital(60, level(1, null, new LadderContact("导管室", "sms", "3"))), NOW))
        .isEmpty();
    HospitalInfo rostered =
        hospital(60, level(1, null)).with(List.of(new OnCall(1, "王", "5", NOW.plusSeconds(1))));
    assertThat(Ladders.problems(rostered, NOW)).isEmpty();
    assertThat(Ladders.problems(rostered, NOW.plusSeconds(1)))
        .containsExactly("no_reachable_contact");
  }
}
