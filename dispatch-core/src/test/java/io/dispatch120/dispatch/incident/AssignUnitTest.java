package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.api.AlertKind.CALL_BACK_DUE;
import static io.dispatch120.dispatch.api.AlertKind.CREW_NOT_CONNECTED;
import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.assign;
import static io.dispatch120.dispatch.incident.Given.assigned;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static io.dispatch120.dispatch.incident.Given.east;
import static io.dispatch120.dispatch.incident.Given.pin;
import static io.dispatch120.dispatch.incident.Given.preempt;
import static io.dispatch120.dispatch.incident.Given.priority;
import static io.dispatch120.dispatch.incident.Given.tap;
import static io.dispatch120.dispatch.incident.Given.unit;
import static io.dispatch120.dispatch.incident.Given.unitAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.Command.SetAvailability;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.incident.AssignmentEvents.AssignmentCancelled;
import io.dispatch120.dispatch.incident.AssignmentEvents.CancelCause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignUnitTest {
  private final DispatchScenario scenario = DispatchScenario.with(unit("A01"), unit("A02"));

  @Test
  void sendsTheUnitToThePresentPosition() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = assigned(scenario, incident, "A01");
    assertThat(scenario.incident(incident).whereabouts().destination().position())
        .isEqualTo(MEIXIHU);
    assertThat(scenario.assignment(assignment).findTime(Milestone.ASSIGNED).orElseThrow().at())
        .isEqualTo(scenario.now());
  }

  @Test
  void refusesAUnitThatIsCommitted() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    IncidentId another = calledFrom(scenario, MEIXIHU);
    assigned(scenario, incident, "A01");
    assertThat(scenario.refuses(assign(another, "A01"))).isEqualTo(RefusalCode.UNIT_COMMITTED);
    assertThat(scenario.refuses(assign(incident, "A01"))).isEqualTo(RefusalCode.UNIT_COMMITTED);
    assertThat(scenario.refuses(preempt(incident, "A01"))).isEqualTo(RefusalCode.UNIT_COMMITTED);
  }

  @ParameterizedTest
  @CsvSource({"OUT_OF_SERVICE, UNIT_OUT_OF_SERVICE", "OFF_DUTY, UNIT_OFF_DUTY"})
  void refusesAUnitThatIsNotOnDuty(Duty duty, RefusalCode code) {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    scenario.does(new SetAvailability(new UnitId("A01"), duty, "meal", null));
    assertThat(scenario.refuses(assign(incident, "A01"))).isEqualTo(code);
  }

  @Test
  void refusesWhatDoesNotExist() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    assertThat(scenario.refuses(assign(incident, "Z99"))).isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(scenario.refuses(assign(new IncidentId("none"), "A01")))
        .isEqualTo(RefusalCode.NOT_FOUND);
  }

  @Test
  void keepsADeclarationUntilTheUnitIsFree() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = assigned(scenario, incident, "A01");
    SetAvailability meal =
        new SetAvailability(new UnitId("A01"), Duty.OUT_OF_SERVICE, "meal", null);
    assertThat(scenario.does(meal)).hasSize(1);
    assertThat(scenario.does(meal)).isEmpty();
    assertThat(scenario.unit("A01").committed()).isTrue();
    scenario.does(tap(assignment, Milestone.CLEARED));
    assertThat(scenario.refuses(assign(incident, "A01")))
        .isEqualTo(RefusalCode.UNIT_OUT_OF_SERVICE);
  }

  @Test
  void alarmsAtOnceWhenTheCrewIsNotConnected() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = assigned(scenario.crewLink(CrewLink.LOST), incident, "A01");
    Alert alert = scenario.liveAlert(incident, CREW_NOT_CONNECTED);
    assertThat(alert.unitId()).isEqualTo(new UnitId("A01"));
    assertThat(alert.tier()).isEqualTo(1);
    scenario.does(tap(assignment, Milestone.ACKNOWLEDGED));
    assertThat(scenario.liveAlerts(incident)).isEmpty();
  }

  @Test
  void neverMovesTheDestinationByItself() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    assigned(scenario, incident, "A01");
    scenario.does(Given.fix(incident, east(MEIXIHU, 0.0005), FixSource.AML));
    assertThat(scenario.incident(incident).whereabouts().destination().position())
        .isEqualTo(MEIXIHU);
    scenario.does(pin(incident, east(MEIXIHU, 0.001)));
    assertThat(scenario.incident(incident).whereabouts().destination().position())
        .isEqualTo(east(MEIXIHU, 0.001));
  }

  @Test
  void sendsAllUnitsToTheSamePlace() {
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    AssignmentId first = assigned(scenario, incident, "A01");
    scenario.does(Given.fix(incident, east(MEIXIHU, 0.0008), FixSource.AML));
    assigned(scenario, incident, "A02");
    assertThat(scenario.incident(incident).whereabouts().destination().position())
        .isEqualTo(MEIXIHU);
    assertThat(scenario.assignment(first).noticePending()).isFalse();
  }

  @Test
  void sendsACrewWithoutAPlaceToTheFirstThatIsKnown() {
    IncidentId incident = Given.received(scenario, Given.call(Given.MOBILE, null));
    AssignmentId assignment = assigned(scenario, incident, "A01");
    assertThat(scenario.incident(incident).whereabouts().destination()).isNull();
    scenario.does(Given.fix(incident, MEIXIHU, FixSource.LINK));
    assertThat(scenario.incident(incident).whereabouts().destination().position())
        .isEqualTo(MEIXIHU);
    assertThat(scenario.assignment(assignment).noticePending()).isTrue();
  }

  @ParameterizedTest(name = "at {0}, from {1} for {2}: {3}")
  @CsvSource({
    "ASSIGNED, P3, P1, true",
    "EN_ROUTE, P3, P1, true",
    "EN_ROUTE, P2, P1, true",
    "EN_ROUTE, P1, P1, false",
    "EN_ROUTE, P1, P3, false",
    "ON_SCENE, P3, P1, false",
    "TRANSPORTING, P4, P1, false",
  })
  void preemptsOnlyBeforeTheSceneAndForAHigherPriority(
      Milestone last, Priority from, Priority to, boolean allowed) {
    IncidentId loser = calledFrom(scenario, MEIXIHU);
    IncidentId winner = calledFrom(scenario, MEIXIHU);
    scenario.does(priority(loser, from));
    scenario.does(priority(winner, to));
    unitAt(scenario, loser, "A01", last);

    boolean done = scenario.tries(preempt(winner, "A01")).isEmpty();

    assertThat(done).isEqualTo(allowed);
    assertThat(scenario.unit("A01").incidentId()).isEqualTo(allowed ? winner : loser);
  }

  @Test
  void preemptingCancelsThereAndOpensACallBackWithAReplacement() {
    IncidentId loser = calledFrom(scenario, MEIXIHU);
    IncidentId winner = calledFrom(scenario, MEIXIHU);
    scenario.does(priority(loser, Priority.P3));
    AssignmentId lost = unitAt(scenario, loser, "A01", Milestone.EN_ROUTE);

    List<DispatchEvent> events = scenario.proposing("A02").does(preempt(winner, "A01"));

    assertThat(events.stream().map(DispatchEvent::type))
        .containsExactly("assignment_cancelled", "alert_raised", "unit_assigned");
    assertThat(((AssignmentCancelled) events.get(0)).cause()).isEqualTo(CancelCause.PREEMPTED);
    assertThat(scenario.assignment(lost).status()).isEqualTo(AssignmentStatus.CANCELLED);
    assertThat(scenario.liveAlert(loser, CALL_BACK_DUE).proposedUnitId())
        .isEqualTo(new UnitId("A02"));
    assertThat(IncidentStatuses.of(scenario.incident(loser))).isEqualTo(IncidentStatus.WAITING);
    assertThat(IncidentStatuses.of(scenario.incident(winner))).isEqualTo(IncidentStatus.ASSIGNED);
  }
}
