package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.api.Milestone.ACKNOWLEDGED;
import static io.dispatch120.dispatch.api.Milestone.ASSIGNED;
import static io.dispatch120.dispatch.api.Milestone.CLEARED;
import static io.dispatch120.dispatch.api.Milestone.EN_ROUTE;
import static io.dispatch120.dispatch.api.Milestone.ON_SCENE;
import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.assigned;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static io.dispatch120.dispatch.incident.Given.tap;
import static io.dispatch120.dispatch.incident.Given.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Command.CorrectMilestone;
import io.dispatch120.dispatch.api.Command.RecordMilestone;
import io.dispatch120.dispatch.api.Command.WithdrawMilestone;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.MilestoneTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MilestoneTimesTest {
  private static final Personal REASON = new Personal("after the paper form");

  private final DispatchScenario scenario = DispatchScenario.with(unit("A01"));
  private final IncidentId incident = calledFrom(scenario, MEIXIHU);
  private final AssignmentId assignment = assigned(scenario.passSeconds(30), incident, "A01");

  @Test
  void correctsTheCrewsClockAndKeepsWhatItSaid() {
    scenario.passSeconds(600);
    Instant deviceNow = scenario.now().plusSeconds(3_600);
    Instant tapped = deviceNow.minusSeconds(120);
    scenario.does(
        new RecordMilestone(assignment, EN_ROUTE, MilestoneSource.CREW, null, tapped, deviceNow));
    MilestoneTime time = time(EN_ROUTE);
    assertThat(time.at()).isEqualTo(scenario.now().minusSeconds(120));
    assertThat(time.deviceAt()).isEqualTo(tapped);
    assertThat(time.clockSuspect()).isTrue();
  }

  @Test
  void clampsATapToTheStepBefore() {
    scenario.passSeconds(60);
    scenario.does(tap(assignment, EN_ROUTE));
    scenario.passSeconds(60);
    scenario.does(crew(ON_SCENE, scenario.now().minusSeconds(90)));
    assertThat(time(ON_SCENE).at()).isEqualTo(time(EN_ROUTE).at());
    assertThat(time(ON_SCENE).clockSuspect()).isTrue();
  }

  @Test
  void refusesATapOnlyWhenItIsMoreThanADayOff() {
    assertThat(scenario.refuses(crew(EN_ROUTE, scenario.now().minusSeconds(86_401))))
        .isEqualTo(RefusalCode.INVALID_VALUE);
    scenario.does(crew(EN_ROUTE, scenario.now().minusSeconds(86_399)));
    assertThat(time(EN_ROUTE).at()).isEqualTo(time(ASSIGNED).at());
  }

  @Test
  void takesADispatchersWordBetweenTheCallAndNow() {
    assertThat(scenario.refuses(voice(EN_ROUTE, DispatchScenario.NOON.minusSeconds(1))))
        .isEqualTo(RefusalCode.INVALID_VALUE);
    assertThat(scenario.refuses(voice(EN_ROUTE, scenario.now().plusSeconds(6))))
        .isEqualTo(RefusalCode.INVALID_VALUE);
    // Back entry: the step was before somebody typed the assignment.
    scenario.does(voice(EN_ROUTE, DispatchScenario.NOON));
    assertThat(time(EN_ROUTE).at()).isEqualTo(DispatchScenario.NOON);
    scenario.does(voice(ON_SCENE, scenario.now().plusSeconds(5)));
    assertThat(time(ON_SCENE).at()).isEqualTo(scenario.now());
    assertThat(time(ON_SCENE).source()).isEqualTo(MilestoneSource.VOICE);
  }

  @Test
  void hidesTheAssignmentFromOtherCrews() {
    UnitId other = new UnitId("A02");
    Command step = tap(assignment, EN_ROUTE);
    assertThat(scenario.refusesFor(other, step)).isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(scenario.refusesFor(other, new WithdrawMilestone(assignment, ASSIGNED)))
        .isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(scenario.refusesFor(other, new Command.ConfirmDelivery(assignment, 1)))
        .isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(scenario.refusesFor(other, new Command.SendCrewMessage(assignment, REASON)))
        .isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(scenario.refusesFor(other, new Command.DeclineAssignment(assignment, REASON)))
        .isEqualTo(RefusalCode.NOT_FOUND);
    scenario.doesFor(new UnitId("A01"), step);
  }

  @Test
  void takesBackTheLastStepForTenSeconds() {
    scenario.does(tap(assignment, ACKNOWLEDGED));
    scenario.does(tap(assignment, EN_ROUTE));
    assertThat(scenario.refuses(new WithdrawMilestone(assignment, ACKNOWLEDGED)))
        .isEqualTo(RefusalCode.MILESTONE_OUT_OF_ORDER);
    assertThat(scenario.refuses(new WithdrawMilestone(assignment, ON_SCENE)))
        .isEqualTo(RefusalCode.MILESTONE_NOT_REACHED);
    scenario.passSeconds(10);
    scenario.does(new WithdrawMilestone(assignment, EN_ROUTE));
    assertThat(scenario.assignment(assignment).lastMilestone()).isEqualTo(ACKNOWLEDGED);
    scenario.passSeconds(1);
    assertThat(scenario.refuses(new WithdrawMilestone(assignment, ACKNOWLEDGED)))
        .isEqualTo(RefusalCode.WITHDRAWAL_TOO_LATE);
  }

  @Test
  void takesBackTheClearingWhileTheUnitIsFree() {
    scenario.does(tap(assignment, CLEARED));
    scenario.does(new WithdrawMilestone(assignment, CLEARED));
    assertThat(scenario.assignment(assignment).live()).isTrue();
    assertThat(scenario.unit("A01").committed()).isTrue();

    scenario.does(tap(assignment, CLEARED));
    assigned(scenario, incident, "A01");
    assertThat(scenario.refuses(new WithdrawMilestone(assignment, CLEARED)))
        .isEqualTo(RefusalCode.UNIT_COMMITTED);
  }

  @Test
  void doesNotBringBackAClosedOrCancelledAssignment() {
    scenario.does(tap(assignment, CLEARED));
    scenario.does(Given.close(incident));
    assertThat(scenario.refuses(new WithdrawMilestone(assignment, CLEARED)))
        .isEqualTo(RefusalCode.INCIDENT_CLOSED);
    IncidentId another = calledFrom(scenario, MEIXIHU);
    AssignmentId cancelled = Given.unitAt(scenario, another, "A01", EN_ROUTE);
    scenario.does(Given.cancel(cancelled));
    assertThat(scenario.refuses(new WithdrawMilestone(cancelled, EN_ROUTE)))
        .isEqualTo(RefusalCode.ASSIGNMENT_ENDED);
  }

  @Test
  void correctsATimeBetweenItsNeighbours() {
    scenario.passSeconds(60);
    scenario.does(tap(assignment, EN_ROUTE));
    scenario.passSeconds(60);
    scenario.does(tap(assignment, ON_SCENE));
    Instant enRoute = time(EN_ROUTE).at();
    Instant recorded = time(EN_ROUTE).recordedAt();
    assertThat(scenario.refuses(correct(EN_ROUTE, time(ASSIGNED).at().minusSeconds(1))))
        .isEqualTo(RefusalCode.INVALID_VALUE);
    assertThat(scenario.refuses(correct(EN_ROUTE, time(ON_SCENE).at().plusSeconds(1))))
        .isEqualTo(RefusalCode.INVALID_VALUE);
    assertThat(scenario.refuses(correct(ON_SCENE, scenario.now().plusSeconds(1))))
        .isEqualTo(RefusalCode.INVALID_VALUE);
    assertThat(scenario.refuses(correct(CLEARED, scenario.now())))
        .isEqualTo(RefusalCode.MILESTONE_NOT_REACHED);
    assertThat(scenario.does(correct(EN_ROUTE, enRoute))).isEmpty();

    scenario.does(correct(EN_ROUTE, enRoute.plusSeconds(30)));

    assertThat(time(EN_ROUTE).at()).isEqualTo(enRoute.plusSeconds(30));
    assertThat(time(EN_ROUTE).recordedAt()).isEqualTo(recorded);
  }

  @Test
  void correctingTheClearingMovesTheEnd() {
    scenario.passSeconds(60);
    scenario.does(tap(assignment, CLEARED));
    Instant earlier = time(CLEARED).at().minusSeconds(20);
    scenario.does(correct(CLEARED, earlier));
    assertThat(scenario.assignment(assignment).ending().at()).isEqualTo(earlier);
  }

  private CorrectMilestone correct(Milestone milestone, Instant at) {
    return new CorrectMilestone(assignment, milestone, at, REASON);
  }

  private RecordMilestone crew(Milestone milestone, Instant deviceAt) {
    return new RecordMilestone(
        assignment, milestone, MilestoneSource.CREW, null, deviceAt, scenario.now());
  }

  private RecordMilestone voice(Milestone milestone, Instant at) {
    return new RecordMilestone(assignment, milestone, MilestoneSource.VOICE, at, null, null);
  }

  private MilestoneTime time(Milestone milestone) {
    return scenario.assignment(assignment).findTime(milestone).orElseThrow();
  }
}
