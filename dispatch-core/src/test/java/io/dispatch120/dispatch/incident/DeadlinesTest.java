package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.api.AlertKind.ASSIGNMENT_UNACKNOWLEDGED;
import static io.dispatch120.dispatch.api.AlertKind.CALL_BACK_DUE;
import static io.dispatch120.dispatch.api.AlertKind.CREW_WELFARE;
import static io.dispatch120.dispatch.api.AlertKind.HANDOVER_SLOW;
import static io.dispatch120.dispatch.api.AlertKind.INCIDENT_WAITING;
import static io.dispatch120.dispatch.api.AlertKind.NOTICE_UNACKNOWLEDGED;
import static io.dispatch120.dispatch.api.AlertKind.NOT_EN_ROUTE;
import static io.dispatch120.dispatch.api.AlertKind.NO_PATIENT_CONTACT;
import static io.dispatch120.dispatch.api.AlertKind.POSITION_UNKNOWN;
import static io.dispatch120.dispatch.incident.Given.LANDLINE;
import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.acknowledge;
import static io.dispatch120.dispatch.incident.Given.assigned;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static io.dispatch120.dispatch.incident.Given.cancel;
import static io.dispatch120.dispatch.incident.Given.close;
import static io.dispatch120.dispatch.incident.Given.priority;
import static io.dispatch120.dispatch.incident.Given.received;
import static io.dispatch120.dispatch.incident.Given.tap;
import static io.dispatch120.dispatch.incident.Given.unit;
import static io.dispatch120.dispatch.incident.Given.unitAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.alert.Deadline;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.incident.AlertEvents.AlertRaised;
import io.dispatch120.dispatch.incident.AlertEvents.AlertRepeated;
import io.dispatch120.dispatch.incident.Decision.Draft;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
  private final DispatchScenario scenario =
      DispatchScenario.with(unit("A01"), unit("A02"), unit("A03"));

  @ParameterizedTest(name = "{1} after {2} s at {0}, tier {3}")
  @CsvSource({
    "ASSIGNED, ASSIGNMENT_UNACKNOWLEDGED, 30, 1",
    "ASSIGNED, NOT_EN_ROUTE, 90, 2",
    "ACKNOWLEDGED, NOT_EN_ROUTE, 90, 2",
    "ON_SCENE, NO_PATIENT_CONTACT, 600, 2",
    "ON_SCENE, CREW_WELFARE, 1200, 2",
    "PATIENT_CONTACT, CREW_WELFARE, 1200, 2",
    "AT_HOSPITAL, HANDOVER_SLOW, 1200, 3",
  })
  void raisesAnAlertWhenAStepTakesTooLong(Milestone last, AlertKind kind, long seconds, int tier) {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = unitAt(scenario, incident, "A01", last);

    scenario.passSeconds(seconds - 1);
    assertThat(scenario.liveAlerts(incident)).doesNotContain(kind);
    scenario.passSeconds(2);

    Alert alert = scenario.liveAlert(incident, kind);
    assertThat(alert.tier()).isEqualTo(tier);
    assertThat(alert.level()).isEqualTo(1);
    assertThat(alert.assignmentId()).isEqualTo(assignment);
    assertThat(alert.unitId()).isEqualTo(new UnitId("A01"));
  }

  @ParameterizedTest(name = "{0} incident waits {1} s")
  @CsvSource({"P1, 60", "P2, 180", "P3, 180", "P4, 180"})
  void alarmsWhenAnIncidentWaits(Priority priority, long seconds) {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    scenario.does(priority(incident, priority));
    scenario.passSeconds(seconds - 1);
    assertThat(scenario.liveAlerts(incident)).isEmpty();
    scenario.passSeconds(2);
    assertThat(scenario.liveAlerts(incident)).containsExactly(INCIDENT_WAITING);
  }

  @Test
  void countsAnUntriagedIncidentAsP1() {
    IncidentId incident = calledFrom(scenario.proposing("A02"), MEIXIHU);
    scenario.passSeconds(61);
    assertThat(scenario.liveAlert(incident, INCIDENT_WAITING).proposedUnitId())
        .isEqualTo(new UnitId("A02"));
  }

  @Test
  void shortensTheWaitWhenThePriorityIsRaisedAndKeepsItsBeginning() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    scenario.does(priority(incident, Priority.P3));
    scenario.passSeconds(40);
    scenario.does(priority(incident, Priority.P1));
    scenario.passSeconds(19);
    assertThat(scenario.liveAlerts(incident)).isEmpty();
    scenario.passSeconds(2);
    assertThat(scenario.liveAlerts(incident)).containsExactly(INCIDENT_WAITING);
  }

  @Test
  void alarmsAtOnceWhenARaisedPriorityIsOverdueAlready() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    scenario.does(priority(incident, Priority.P3));
    scenario.passSeconds(100);
    scenario.does(priority(incident, Priority.P1));
    scenario.passSeconds(0);
    assertThat(scenario.liveAlerts(incident)).containsExactly(INCIDENT_WAITING);
  }

  @Test
  void asksForACallBackEveryFifteenMinutesWhileWaiting() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    scenario.passSeconds(901);
    assertThat(scenario.liveAlert(incident, CALL_BACK_DUE).level()).isEqualTo(1);
    scenario.does(acknowledge(scenario, incident, CALL_BACK_DUE));
    scenario.passSeconds(901);
    Alert again = scenario.liveAlert(incident, CALL_BACK_DUE);
    assertThat(again.level()).isEqualTo(2);
    assertThat(again.owner()).isNull();
    scenario.passSeconds(1801);
    assertThat(scenario.liveAlert(incident, CALL_BACK_DUE).level()).isEqualTo(4);
    assigned(scenario, incident, "A01");
    assertThat(scenario.liveAlerts(incident)).isEmpty();
  }

  @Test
  void repeatsToACrewThatDoesNotAcknowledgeAndProposesAnother() {
    scenario.proposing("A02");
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = assigned(scenario, incident, "A01");
    scenario.passSeconds(31);
    assertThat(scenario.liveAlert(incident, ASSIGNMENT_UNACKNOWLEDGED).proposedUnitId()).isNull();
    scenario.passSeconds(30);

    Alert alert = scenario.liveAlert(incident, ASSIGNMENT_UNACKNOWLEDGED);
    assertThat(alert.level()).isEqualTo(2);
    assertThat(alert.proposedUnitId()).isEqualTo(new UnitId("A02"));
    // Events with the unit's id are what is pushed to its crew.
    assertThat(scenario.journal.stream().map(Draft::event))
        .filteredOn(e -> e instanceof AlertRaised || e instanceof AlertRepeated)
        .extracting(e -> e.unitId())
        .containsExactly(new UnitId("A01"), new UnitId("A01"));
    scenario.does(tap(assignment, Milestone.ACKNOWLEDGED));
    assertThat(scenario.liveAlerts(incident)).isEmpty();
  }

  @Test
  void turnsAnAmberNotEnRouteIntoAnAlarm() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    unitAt(scenario, incident, "A01", Milestone.ACKNOWLEDGED);
    scenario.passSeconds(181);
    Alert alert = scenario.liveAlert(incident, NOT_EN_ROUTE);
    assertThat(alert.level()).isEqualTo(2);
    assertThat(alert.tier()).isEqualTo(1);
  }

  @Test
  void alarmsWhenNobodyKnowsThePlaceUntilSomebodyDoes() {
    IncidentId incident = received(scenario, Given.call(LANDLINE, null));
    scenario.passSeconds(59);
    assertThat(scenario.liveAlerts(incident)).isEmpty();
    scenario.passSeconds(2);
    assertThat(scenario.liveAlerts(incident)).contains(POSITION_UNKNOWN);
    scenario.does(Given.fix(incident, MEIXIHU, FixSource.ADDRESS));
    assertThat(scenario.liveAlerts(incident)).doesNotContain(POSITION_UNKNOWN);
  }

  @Test
  void beginsTheWaitAnewWhenTheUnitIsLost() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = assigned(scenario, incident, "A01");
    scenario.passSeconds(20);
    scenario.does(cancel(assignment));
    scenario.passSeconds(59);
    assertThat(scenario.liveAlerts(incident)).doesNotContain(INCIDENT_WAITING);
    scenario.passSeconds(2);
    assertThat(scenario.liveAlerts(incident)).contains(INCIDENT_WAITING);
  }

  @Test
  void alarmsWhenACancelledCrewDoesNotConfirmEvenIfTheIncidentIsClosed() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = unitAt(scenario, incident, "A01", Milestone.EN_ROUTE);
    scenario.does(cancel(assignment));
    scenario.does(close(incident));
    scenario.passSeconds(29);
    assertThat(scenario.liveAlerts(incident)).isEmpty();
    scenario.passSeconds(2);
    assertThat(scenario.liveAlerts(incident)).containsExactly(NOTICE_UNACKNOWLEDGED);

    scenario.does(acknowledge(scenario, incident, NOTICE_UNACKNOWLEDGED));
    assertThat(scenario.liveAlerts(incident)).isEmpty();
    assertThat(scenario.deadlines(incident)).isEmpty();
  }

  @Test
  void isContentWhenTheCrewConfirmsTheNewAddress() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = unitAt(scenario, incident, "A01", Milestone.EN_ROUTE);
    scenario.does(Given.pin(incident, MEIXIHU));
    scenario.passSeconds(31);
    assertThat(scenario.liveAlerts(incident)).containsExactly(NOTICE_UNACKNOWLEDGED);
    long seq = scenario.assignment(assignment).notice().seq();

    assertThat(scenario.does(new Command.ConfirmDelivery(assignment, seq - 1))).isEmpty();
    scenario.does(new Command.ConfirmDelivery(assignment, seq));
    assertThat(scenario.liveAlerts(incident)).isEmpty();
    assertThat(scenario.does(new Command.ConfirmDelivery(assignment, seq))).isEmpty();
  }

  @Test
  void takesPatientContactAsASignOfLife() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = unitAt(scenario, incident, "A01", Milestone.ON_SCENE);
    scenario.passSeconds(1201);
    assertThat(scenario.liveAlerts(incident)).contains(CREW_WELFARE, NO_PATIENT_CONTACT);
    scenario.does(tap(assignment, Milestone.PATIENT_CONTACT));
    assertThat(scenario.liveAlerts(incident)).isEmpty();
    scenario.passSeconds(1201);
    assertThat(scenario.liveAlerts(incident)).containsExactly(CREW_WELFARE);
  }

  @Test
  void bringsASnoozedAlertBackWithoutItsOwner() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    unitAt(scenario, incident, "A01", Milestone.AT_HOSPITAL);
    scenario.passSeconds(1201);
    Alert alert = scenario.liveAlert(incident, HANDOVER_SLOW);
    scenario.does(new Command.SnoozeAlert(alert.id(), Duration.ofMinutes(5)));
    assertThat(scenario.liveAlert(incident, HANDOVER_SLOW).owner()).isEqualTo("li");
    scenario.passSeconds(200);
    scenario.does(new Command.SnoozeAlert(alert.id(), Duration.ofMinutes(5)));
    scenario.passSeconds(299);
    assertThat(scenario.liveAlert(incident, HANDOVER_SLOW).snoozed()).isTrue();
    scenario.passSeconds(2);
    assertThat(scenario.liveAlert(incident, HANDOVER_SLOW).snoozed()).isFalse();
    assertThat(scenario.liveAlert(incident, HANDOVER_SLOW).owner()).isNull();
  }

  @Test
  void clearsASnoozedAndAnOwnedAlertWhenItsReasonEnds() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    scenario.passSeconds(901);
    scenario.does(acknowledge(scenario, incident, INCIDENT_WAITING));
    Alert callBack = scenario.liveAlert(incident, CALL_BACK_DUE);
    scenario.does(new Command.SnoozeAlert(callBack.id(), Duration.ofMinutes(5)));
    scenario.does(close(incident));
    assertThat(scenario.liveAlerts(incident)).isEmpty();
    assertThat(scenario.deadlines(incident)).isEmpty();
  }

  @Test
  void neverTakesAWithdrawnStepsDeadlineForTheFormerOne() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = assigned(scenario, incident, "A01");
    Deadline first = deadline(incident, "assignment_unacknowledged:" + assignment);
    scenario.passSeconds(20);
    scenario.does(tap(assignment, Milestone.ACKNOWLEDGED));
    scenario.passSeconds(5);
    scenario.does(new Command.WithdrawMilestone(assignment, Milestone.ACKNOWLEDGED));

    Deadline again = deadline(incident, first.id());
    assertThat(again.generation()).isGreaterThan(first.generation());
    // The limit still counts from the assignment.
    assertThat(again.delay()).isBetween(Duration.ofMillis(4_900), Duration.ofMillis(5_100));
    assertThat(scenario.does(new Command.FireDeadline(incident, first.id(), first.generation())))
        .isEmpty();
  }

  @Test
  void keepsTheGenerationWhenWhatHappensDoesNotConcernTheDeadline() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = assigned(scenario, incident, "A01");
    Deadline before = deadline(incident, "not_en_route:" + assignment);
    scenario.does(tap(assignment, Milestone.ACKNOWLEDGED));
    scenario.does(priority(incident, Priority.P2));
    assigned(scenario, incident, "A02");
    assertThat(deadline(incident, before.id()).generation()).isEqualTo(before.generation());
  }

  @Test
  void scalesLimitsByThePolicy() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    CenterPolicy fast = CenterPolicy.defaults(ZoneId.of("Asia/Shanghai"), "XJ").scaled(0.1);
    assertThat(Deadlines.of(scenario.incident(incident), fast, scenario.now()))
        .filteredOn(d -> d.id().equals("incident_waiting"))
        .allSatisfy(
            d -> assertThat(d.delay()).isBetween(Duration.ofSeconds(6), Duration.ofMillis(6_010)));
  }

  @Test
  void hasNoDeadlineLeftOnceClosed() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    unitAt(scenario, incident, "A01", Milestone.CLEARED);
    assertThat(scenario.deadlines(incident)).isEmpty();
    scenario.does(close(incident));
    scenario.does(new Command.ReopenIncident(incident, new Personal("mistake")));
    assertThat(scenario.deadlines(incident)).isEmpty();
    Given.morePatients(scenario, incident);
    assertThat(scenario.deadlines(incident).stream().map(Deadline::id))
        .isEqualTo(List.of("call_back_due", "incident_waiting"));
  }

  private Deadline deadline(IncidentId incident, String id) {
    return scenario.deadlines(incident).stream()
        .filter(d -> d.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
