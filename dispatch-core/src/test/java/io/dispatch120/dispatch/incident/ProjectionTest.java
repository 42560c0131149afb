package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.incident.DispatchScenario.POLICY;
import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.assigned;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static io.dispatch120.dispatch.incident.Given.preempt;
import static io.dispatch120.dispatch.incident.Given.priority;
import static io.dispatch120.dispatch.incident.Given.tap;
import static io.dispatch120.dispatch.incident.Given.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.Command.FireDeadline;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.journal.Projection;
import io.dispatch120.dispatch.journal.RowChange;
import io.dispatch120.dispatch.journal.RowChange.AssignmentRow;
import io.dispatch120.dispatch.journal.RowChange.IncidentRow;
import io.dispatch120.dispatch.journal.RowChange.TimerCancelled;
import io.dispatch120.dispatch.journal.RowChange.TimerSet;
import io.dispatch120.dispatch.journal.RowChange.UnitRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  private final DispatchScenario scenario = DispatchScenario.with(unit("A01"), unit("A02"));

  @Test
  void writesAnOpenedIncidentWithItsDeadlines() {
    IncidentId id = calledFrom(scenario, MEIXIHU);
    Incident opened = scenario.incident(id);
    assertThat(Projection.rows(Optional.empty(), opened, POLICY, opened.openedAt()))
        .containsExactly(
            new IncidentRow(
                id,
                IncidentStatus.WAITING,
                Priority.P1,
                null,
                false,
                List.of(opened.calls().get(0).id()),
                List.of(opened.patients().get(0).id()),
                List.of(opened.calls().get(0).phone())),
            new TimerSet(id, "call_back_due", 1, Duration.ofMinutes(15)),
            new TimerSet(id, "incident_waiting", 1, Duration.ofSeconds(60)));
  }

  @Test
  void writesNothingWhenNothingChanged() {
    Incident opened = scenario.incident(calledFrom(scenario, MEIXIHU));
    assertThat(rows(opened, opened)).isEmpty();
  }

  @Test
  void writesOnlyTheRowsThatDiffer() {
    IncidentId id = calledFrom(scenario, MEIXIHU);
    assigned(scenario, id, "A01");
    Incident before = scenario.incident(id);
    AssignmentId second = assigned(scenario, id, "A02");
    List<RowChange> rows = rows(before, scenario.incident(id));
    assertThat(rows)
        .filteredOn(AssignmentRow.class::isInstance)
        .containsExactly(
            new AssignmentRow(
                second, id, new UnitId("A02"), AssignmentStatus.ASSIGNED, false, null));
    assertThat(timers(rows))
        .containsExactly("assignment_unacknowledged:" + second, "not_en_route:" + second);
  }

  @Test
  void cancelsDeadlinesThatNoLongerApply() {
    IncidentId id = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = assigned(scenario, id, "A01");
    Incident before = scenario.incident(id);
    scenario.does(tap(assignment, Milestone.ACKNOWLEDGED));
    assertThat(rows(before, scenario.incident(id)))
        .filteredOn(r -> r instanceof TimerCancelled || r instanceof TimerSet)
        .containsExactly(new TimerCancelled(id, "assignment_unacknowledged:" + assignment));
  }

  @Test
  void freesAUnitBeforeItIsTakenAgain() {
    IncidentId loser = calledFrom(scenario, MEIXIHU);
    IncidentId winner = calledFrom(scenario, MEIXIHU);
    scenario.does(priority(loser, Priority.P3));
    assigned(scenario, loser, "A01");
    Incident loserBefore = scenario.incident(loser);
    Incident winnerBefore = scenario.incident(winner);
    scenario.does(preempt(winner, "A01"));

    List<RowChange> rows = new ArrayList<>(rows(winnerBefore, scenario.incident(winner)));
    rows.addAll(rows(loserBefore, scenario.incident(loser)));

    assertThat(Projection.inOrder(rows))
        .filteredOn(AssignmentRow.class::isInstance)
        .extracting(row -> ((AssignmentRow) row).ended())
        .containsExactly(true, false);
  }

  @Test
  void removesADeadlineThatWasOvertaken() {
    IncidentId id = calledFrom(scenario, MEIXIHU);
    scenario.does(priority(id, Priority.P3));
    Incident incident = scenario.incident(id);
    assertThat(
            Projection.settled(new FireDeadline(id, "gone", 1), incident, POLICY, scenario.now()))
        .isEqualTo(new TimerCancelled(id, "gone"));
    assertThat(
            Projection.settled(
                new FireDeadline(id, "incident_waiting", 1), incident, POLICY, scenario.now()))
        .isInstanceOfSatisfying(TimerSet.class, set -> assertThat(set.generation()).isEqualTo(2));
  }

  @Test
  void writesWhatIsDeclaredOfAUnit() {
    assertThat(Projection.unitRow(unit("A01")))
        .isEqualTo(new UnitRow(new UnitId("A01"), Duty.AVAILABLE, null, null));
  }

  private List<RowChange> rows(Incident before, Incident after) {
    return Projection.rows(Optional.of(before), after, POLICY, scenario.now());
  }

  private static List<String> timers(List<RowChange> rows) {
    return rows.stream()
        .filter(TimerSet.class::isInstance)
        .map(row -> ((TimerSet) row).timerId())
        .toList();
  }
}
