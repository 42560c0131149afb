package io.dispatch120.dispatch.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.OpeningHours.State;
import io.dispatch120.geo.hours.HolidayCalendar;
import io.dispatch120.geo.hours.OsmOpeningHours;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HospitalServicesTest {
  private static final HospitalId HOSPITAL = new HospitalId("h");
  private static final LngLat SOMEWHERE = new LngLat(112.9, 28.2);

  private static Catalogue catalogue(HospitalCapability... capabilities) {
    return new Catalogue(
        new CenterInfo(
            new CenterId("c"), "中心", "Asia/Shanghai", "120", "demo", SOMEWHERE, List.of()),
        List.of(),
        List.of(),
        List.of(
            new HospitalInfo(
                HOSPITAL, "医院", SOMEWHERE, List.of(capabilities), null, null, List.of())),
        List.of());
  }

  private static HospitalServices services(HospitalCapability... capabilities) {
    return new HospitalServices(
        catalogue(capabilities), text -> OsmOpeningHours.parse(text, HolidayCalendar.china()));
  }

  /** Zone of the centre: 12:00 there is 04:00 UTC. */
  @ParameterizedTest
  @CsvSource({
    "08:00-20:00, 2026-11-27T04:00:00Z, OPEN",
    "08:00-20:00, 2026-11-27T13:00:00Z, CLOSED",
    "20:00-08:00, 2026-11-26T20:00:00Z, OPEN",
    "Mo-Fr 08:00-18:00, 2026-11-28T04:00:00Z, CLOSED",
    // National day: whether weekday hours hold, nobody says.
    "Mo-Fr 08:00-18:00, 2026-10-01T04:00:00Z, UNKNOWN",
    "nach Absprache, 2026-11-27T04:00:00Z, UNKNOWN",
  })
  void answersByTheClockOfTheCenter(String hours, Instant at, State expected) {
    assertThat(services(new HospitalCapability("stroke", hours)).stateOf(HOSPITAL, "stroke", at))
        .isEqualTo(expected);
  }

  @Test
  void holdsAtAllHoursWhatHasNone() {
    HospitalServices services = services(new HospitalCapability("pci_24x7", null));

    assertThat(services.stateOf(HOSPITAL, "pci_24x7", Instant.EPOCH)).isEqualTo(State.OPEN);
    assertThat(services.openAt(HOSPITAL, Instant.EPOCH)).containsExactly("pci_24x7");
  }

  @Test
  void knowsNoServiceThatTheCatalogueDoesNotName() {
    HospitalServices services = services(new HospitalCapability("pci_24x7", null));

    assertThat(services.stateOf(HOSPITAL, "trauma", Instant.EPOCH)).isEqualTo(State.CLOSED);
    assertThat(services.statesOf(new HospitalId("other"), Instant.EPOCH)).isEmpty();
  }

  @Test
  void countsAServiceNamedTwiceAsThereWhenEitherIs() {
    HospitalServices services =
        services(
            new HospitalCapability("stroke", "08:00-12:00"),
            new HospitalCapability("stroke", "14:00-18:00"));

    assertThat(services.stateOf(HOSPITAL, "stroke", Instant.parse("2026-11-27T01:00:00Z")))
        .isEqualTo(State.OPEN);
    assertThat(services.stateOf(HOSPITAL, "stroke", Instant.parse("2026-11-27T07:00:00Z")))
        .isEqualTo(State.OPEN);
    assertThat(services.stateOf(HOSPITAL, "stroke", Instant.parse("2026-11-27T05:00:00Z")))
        .isEqualTo(State.CLOSED);
  }

  @Test
  void neverCountsHoursItCanNotReadAsOpen() {
    HospitalServices services =
        HospitalServices.withoutHours(catalogue(new HospitalCapability("stroke", "08:00-20:00")));

    assertThat(services.stateOf(HOSPITAL, "stroke", Instant.parse("2026-11-27T04:00:00Z")))
        .isEqualTo(State.UNKNOWN);
    assertThat(services.openAt(HOSPITAL, Instant.parse("2026-11-27T04:00:00Z"))).isEmpty();
  }
}
