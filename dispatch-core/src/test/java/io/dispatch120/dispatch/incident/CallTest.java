package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.api.AlertKind.DATUM_SUSPECTED;
import static io.dispatch120.dispatch.api.AlertKind.LOCATION_CONFLICT;
import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.MOBILE;
import static io.dispatch120.dispatch.incident.Given.at;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static io.dispatch120.dispatch.incident.Given.caller;
import static io.dispatch120.dispatch.incident.Given.east;
import static io.dispatch120.dispatch.incident.Given.fix;
import static io.dispatch120.dispatch.incident.Given.pin;
import static io.dispatch120.dispatch.incident.Given.priority;
import static io.dispatch120.dispatch.incident.Given.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Command.AcknowledgeAlert;
import io.dispatch120.dispatch.api.Command.ChangeDetails;
import io.dispatch120.dispatch.api.Command.ReceiveCall;
import io.dispatch120.dispatch.api.Command.ReportLocation;
import io.dispatch120.dispatch.api.Command.SendLocatorLink;
import io.dispatch120.dispatch.api.Command.SnoozeAlert;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.location.LocationFix;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {
  private final DispatchScenario scenario = DispatchScenario.with();

  @Test
  void opensAnIncidentWithOneUnknownPatient() {
    IncidentId id =
        received(
            scenario,
            new ReceiveCall(
                new Personal(MOBILE),
                null,
                CallerWithPatient.YES,
                false,
                null,
                new Personal("梅溪湖"),
                Complaint.CHEST_PAIN,
                null,
                at(MEIXIHU, FixSource.CONFIRMED),
                false));
    Incident incident = scenario.incident(id);
    assertThat(incident.number()).startsWith("XJ-20261122-");
    assertThat(incident.patients()).hasSize(1);
    assertThat(incident.details().complaint()).isEqualTo(Complaint.CHEST_PAIN);
    assertThat(incident.details().version()).isZero();
    assertThat(incident.calls().get(0).receivedAt()).isEqualTo(scenario.now());
    assertThat(types())
        .containsExactly(
            "incident_opened", "call_received", "incident_details_changed", "location_confirmed");
  }

  @Test
  void countsTheDayByTheCentresOwnTime() {
    scenario.pass(Duration.ofHours(12)); // 16:00 UTC is midnight there
    assertThat(scenario.incident(calledFrom(scenario, MEIXIHU)).number())
        .startsWith("XJ-20261123-");
  }

  @ParameterizedTest(name = "{0}, located {1}, asked {2}, silent {3}: {4}")
  @CsvSource({
    "13800001234,     false, false, false, true",
    "+8613800001234,  false, false, false, true",
    "008619912345678, false, false, false, true",
    "138 0000 1234,   false, false, false, true",
    "13800001234,     true,  false, false, false",
    "13800001234,     true,  true,  false, true",
    "13800001234,     false, true,  true,  false",
    "12800001234,     false, true,  false, false",
    "1380000123,      false, true,  false, false",
    "073188881234,    false, true,  false, false",
    "anonymous,       false, true,  false, false",
  })
  void sendsALinkWhereOneIsOfUse(
      String phone, boolean located, boolean asked, boolean silent, boolean sent) {
    IncidentId id =
        received(
            scenario,
            new ReceiveCall(
                new Personal(phone),
                null,
                CallerWithPatient.UNKNOWN,
                silent,
                null,
                null,
                null,
                null,
                located ? at(MEIXIHU, FixSource.AML) : null,
                asked));
    List<LocatorLink> links = scenario.incident(id).links();
    assertThat(links).hasSize(sent ? 1 : 0);
    assertThat(links)
        .allSatisfy(l -> assertThat(l.expiresAt()).isEqualTo(l.sentAt().plusSeconds(86_400)));
    if (!sent && !located) {
      assertThat(scenario.refuses(new SendLocatorLink(id)))
          .isEqualTo(silent ? RefusalCode.SILENT_CALLER : RefusalCode.NO_MOBILE_NUMBER);
    }
  }

  @Test
  void neverRefusesACallForAnUnusablePosition() {
    IncidentId id = received(scenario, Given.call(MOBILE, at(new LngLat(0, 0), FixSource.LINK)));
    assertThat(IncidentPositions.positionOf(scenario.incident(id), scenario.now())).isEmpty();
    assertThat(scenario.incident(id).links()).hasSize(1);
    assertThat(scenario.refuses(fix(id, new LngLat(0, 0), FixSource.LINK)))
        .isEqualTo(RefusalCode.INVALID_VALUE);
    assertThat(
            scenario.refuses(
                new ReportLocation(
                    id, new LocationReport(MEIXIHU, -1.0, FixSource.AML, Datum.WGS84, null), null)))
        .isEqualTo(RefusalCode.INVALID_VALUE);
    assertThat(
            scenario.refuses(
                new ReportLocation(id, at(MEIXIHU, FixSource.AML), new CallId("none"))))
        .isEqualTo(RefusalCode.NOT_FOUND);
  }

  @Test
  void givesAFixTheRadiusOfItsSource() {
    IncidentId id = calledFrom(scenario, MEIXIHU);
    LocationFix fix = scenario.incident(id).whereabouts().fixes().get(0).fix();
    assertThat(fix.radiusMeters()).isEqualTo(FixSource.LINK.defaultRadiusMeters());
    assertThat(fix.at()).isEqualTo(scenario.now());
  }

  @Test
  void countsEditsAndNamesAChangeOfPriority() {
    IncidentId id = calledFrom(scenario, MEIXIHU);
    assertThat(scenario.does(priority(id, Priority.P2)).stream().map(DispatchEvent::type))
        .containsExactly("priority_changed", "incident_details_changed");
    assertThat(scenario.incident(id).details().version()).isEqualTo(1);
    assertThat(scenario.does(priority(id, Priority.P2))).isEmpty();
    ChangeDetails stale = new ChangeDetails(id, 0, new Personal("x"), null, null, null, null, null);
    assertThat(scenario.refuses(stale)).isEqualTo(RefusalCode.VERSION_MISMATCH);
    ChangeDetails right = new ChangeDetails(id, 1, new Personal("x"), null, null, null, null, null);
    assertThat(scenario.does(right)).hasSize(1);
    assertThat(scenario.incident(id).details().version()).isEqualTo(2);
    assertThat(scenario.incident(id).details().priority()).isEqualTo(Priority.P2);
  }

  @Test
  void doesNotTakeThePhoneForThePlaceWhenTheCallerIsElsewhere() {
    IncidentId id = calledFrom(scenario, MEIXIHU);
    scenario.does(caller(id, CallerWithPatient.NO));
    assertThat(IncidentPositions.positionOf(scenario.incident(id), scenario.now())).isEmpty();
    scenario.does(fix(id, east(MEIXIHU, 0.03), FixSource.ADDRESS));
    assertThat(IncidentPositions.positionOf(scenario.incident(id), scenario.now()))
        .hasValueSatisfying(f -> assertThat(f.source()).isEqualTo(FixSource.ADDRESS));
    assertThat(scenario.liveAlerts(id)).isEmpty();
  }

  @Test
  void raisesAConflictOnceAndClearsItWithAPin() {
    IncidentId id = calledFrom(scenario, MEIXIHU);
    scenario.does(fix(id, east(MEIXIHU, 0.02), FixSource.ADDRESS));
    assertThat(scenario.liveAlerts(id)).containsExactly(LOCATION_CONFLICT);
    scenario.does(fix(id, east(MEIXIHU, 0.04), FixSource.AML));
    assertThat(scenario.liveAlerts(id)).containsExactly(LOCATION_CONFLICT);
    scenario.does(pin(id, MEIXIHU));
    assertThat(scenario.liveAlerts(id)).isEmpty();
    // Later contradictions of the pin are news.
    scenario.does(fix(id, east(MEIXIHU, 0.02), FixSource.AML));
    assertThat(scenario.liveAlerts(id)).containsExactly(LOCATION_CONFLICT);
  }

  @Test
  void suspectsADatumWhenItWouldExplainTheConflict() {
    scenario.converting(Shifts.EAST);
    IncidentId id = calledFrom(scenario, MEIXIHU);
    scenario.does(fix(id, east(MEIXIHU, 0.005), FixSource.ADDRESS));
    assertThat(scenario.liveAlerts(id)).containsExactly(LOCATION_CONFLICT, DATUM_SUSPECTED);
    scenario.does(pin(id, MEIXIHU));
    assertThat(scenario.liveAlerts(id)).isEmpty();
  }

  @Test
  void seesNoConflictInAPhoneThatMoves() {
    IncidentId id = calledFrom(scenario, MEIXIHU);
    scenario.passSeconds(30);
    scenario.does(fix(id, east(MEIXIHU, 0.02), FixSource.LINK));
    assertThat(scenario.liveAlerts(id)).isEmpty();
  }

  @Test
  void letsAnAlertBeTakenOverUntilItIsCleared() {
    IncidentId id = calledFrom(scenario, MEIXIHU);
    scenario.does(fix(id, east(MEIXIHU, 0.02), FixSource.ADDRESS));
    var alert = scenario.liveAlert(id, LOCATION_CONFLICT).id();
    scenario.does(new AcknowledgeAlert(alert));
    assertThat(scenario.does(new AcknowledgeAlert(alert))).isEmpty();
    scenario.as("wang").does(new AcknowledgeAlert(alert));
    assertThat(scenario.liveAlert(id, LOCATION_CONFLICT).owner()).isEqualTo("wang");
    assertThat(scenario.refuses(new SnoozeAlert(alert, Duration.ZERO)))
        .isEqualTo(RefusalCode.INVALID_VALUE);
    scenario.does(pin(id, MEIXIHU));
    assertThat(scenario.refuses(new AcknowledgeAlert(alert))).isEqualTo(RefusalCode.ALERT_CLEARED);
    assertThat(scenario.refuses(new SnoozeAlert(alert, Duration.ofMinutes(1))))
        .isEqualTo(RefusalCode.ALERT_CLEARED);
  }

  private List<String> types() {
    return scenario.journal.stream().map(d -> d.event().type()).toList();
  }
}
