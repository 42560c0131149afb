package io.dispatch120.dispatch.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.Deadline;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.assignment.Assignment.EndingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What must hold in every state that decisions lead to. */
final class Invariants {
  private Invariants() {}

  static void check(DispatchScenario scenario) {
    List<UnitId> live =
        scenario.incidents.values().stream()
            .flatMap(i -> i.liveAssignments().stream())
            .map(Assignment::unitId)
            .toList();
    assertThat(live).as("units in live assignments").doesNotHaveDuplicates();
    List<CallId> calls =
        scenario.incidents.values().stream()
            .filter(i -> !i.absorbed())
            .flatMap(i -> i.calls().stream())
            .map(Call::id)
            .toList();
    assertThat(calls).as("a call is in one incident").doesNotHaveDuplicates();
    scenario.incidents.values().forEach(i -> check(i, scenario.now()));
  }

  private static void check(Incident incident, Instant now) {
    if (incident.closed()) {
      assertThat(incident.liveAssignments()).as("live in a closed incident").isEmpty();
    }
    for (Alert alert : incident.alerts()) {
      assertThat(alert.live() && !Concerns.holds(incident, alert))
          .as("%s is live though its concern has ended", alert)
          .isFalse();
    }
    assertThat(incident.alerts().stream().filter(Alert::live).map(Alert::concern))
        .as("one live alert of a concern")
        .doesNotHaveDuplicates();
    for (Assignment assignment : incident.assignments()) {
      boolean cleared =
          assignment.ending() != null && assignment.ending().kind() == EndingKind.CLEARED;
      assertThat(assignment.reached(Milestone.CLEARED)).isEqualTo(cleared);
      assertThat(assignment.reached(Milestone.ASSIGNED)).isTrue();
    }
    List<Deadline> once = Deadlines.of(incident, DispatchScenario.POLICY, now);
    assertThat(once).isEqualTo(Deadlines.of(incident, DispatchScenario.POLICY, now));
    assertThat(keys(once))
        .isEqualTo(
            keys(Deadlines.of(incident, DispatchScenario.POLICY, now.plus(Duration.ofHours(1)))));
    assertThat(once.stream().map(Deadline::id)).doesNotHaveDuplicates();
  }

  /** What was foreseen before the commit and what the journal folds to, up to stamps. */
  static void agree(Incident foreseen, Incident folded) {
    assertThat(withoutStamps(foreseen)).isEqualTo(withoutStamps(folded));
    Instant now = folded.openedAt();
    assertThat(keys(Deadlines.of(foreseen, DispatchScenario.POLICY, now)))
        .isEqualTo(keys(Deadlines.of(folded, DispatchScenario.POLICY, now)));
  }

  private static List<String> keys(List<Deadline> deadlines) {
    return deadlines.stream().map(d -> d.id() + "/" + d.generation()).toList();
  }

  private static List<Object> withoutStamps(Incident incident) {
    return List.of(
        incident.id(),
        incident.details(),
        incident.calls(),
        incident.patients(),
        incident.whereabouts(),
        incident.assignments().stream().map(Invariants::withoutStamps).toList(),
        incident.alerts(),
        incident.links(),
        incident.messages(),
        incident.cases().stream()
            .map(c -> List.of(c.patientId(), c.milestones().keySet()))
            .toList(),
        incident.preAlerts().stream().map(p -> List.of(p.id(), p.state())).toList(),
        Optional.ofNullable(incident.closure()).map(Closure::outcome),
        IncidentStatuses.of(incident),
        Concerns.of(incident));
  }

  private static List<Object> withoutStamps(Assignment assignment) {
    return List.of(
        assignment.id(),
        assignment.unitId(),
        assignment.status(),
        assignment.milestones().values().stream().map(t -> t.at()).toList(),
        Optional.ofNullable(assignment.destination()),
        Optional.ofNullable(assignment.ending()),
        assignment.noticePending());
  }
}
