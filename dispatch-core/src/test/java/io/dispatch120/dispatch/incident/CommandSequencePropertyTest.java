package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.east;
import static io.dispatch120.dispatch.incident.Given.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Any history keeps the invariants: {@link DispatchScenario} checks after every command that no
 * unit is in two assignments, that alerts live exactly while their concern holds, that timer rows
 * and deadlines agree, that no deadline fires twice, and that what was foreseen before the commit
 * is what the journal folds to.
 */
class CommandSequencePropertyTest {
  private static final Personal REASON = new Personal("because");

  @Property(tries = 300)
  void anySequenceOfCommandsKeepsTheInvariants(@ForAll long seed) {
    Random random = new Random(seed);
    DispatchScenario scenario =
        DispatchScenario.with(unit("A1"), unit("A2"), unit("A3")).converting(Shifts.EAST);
    Map<AssignmentId, List<Milestone>> seen = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      scenario.crewLink(CrewLink.values()[random.nextInt(3)]).proposing("A2");
      scenario.tries(command(scenario, random));
      if (random.nextInt(3) == 0) {
        scenario.pass(Duration.ofMillis(random.nextInt(400_000)));
      } else {
        scenario.pass(Duration.ofMillis(random.nextInt(9_000)));
      }
      onlyForward(scenario, seen);
    }
  }

  /** A step may go only by being taken back, and then it was the last one. */
  private static void onlyForward(
      DispatchScenario scenario, Map<AssignmentId, List<Milestone>> seen) {
    for (Incident incident : scenario.incidents.values()) {
      for (Assignment assignment : incident.assignments()) {
        List<Milestone> now = List.copyOf(assignment.milestones().keySet());
        List<Milestone> before = seen.getOrDefault(assignment.id(), List.of());
        int common = Math.min(now.size(), before.size());
        assertThat(now.size()).isGreaterThanOrEqualTo(before.size() - 1);
        assertThat(now.subList(0, common)).isEqualTo(before.subList(0, common));
        seen.put(assignment.id(), now);
      }
    }
  }

  private static Command command(DispatchScenario scenario, Random random) {
    List<Incident> incidents = List.copyOf(scenario.incidents.values());
    if (incidents.isEmpty() || random.nextInt(15) == 0) {
      return Given.call(
          random.nextBoolean() ? Given.MOBILE : Given.LANDLINE,
          random.nextBoolean() ? null : Given.at(MEIXIHU, FixSource.LINK));
    }
    Incident incident = pick(incidents, random);
    return random.nextInt(5) < 3
        ? ofWork(scenario, incident, random)
        : ofKnowledge(incident, pick(incidents, random), random);
  }

  private static Command ofWork(DispatchScenario scenario, Incident incident, Random random) {
    IncidentId id = incident.id();
    UnitId unit = new UnitId("A" + (1 + random.nextInt(3)));
    AssignmentId assignment =
        any(incident.assignments(), random, Assignment::id).orElse(new AssignmentId("none"));
    Milestone milestone = pick(List.of(Milestone.values()), random);
    return switch (random.nextInt(13)) {
      case 0, 1, 2 -> new Command.AssignUnit(id, unit, null, random.nextBoolean());
      case 3, 4 -> Given.tap(assignment, next(scenario, assignment));
      case 5 ->
          new Command.RecordMilestone(
              assignment,
              milestone,
              pick(List.of(MilestoneSource.values()), random),
              scenario.now().minusSeconds(random.nextInt(100)),
              scenario.now().minusSeconds(random.nextInt(300)),
              scenario.now().plusSeconds(random.nextInt(300) - 150));
      case 6 -> new Command.WithdrawMilestone(assignment, last(scenario, assignment));
      case 7 ->
          new Command.CorrectMilestone(
              assignment, milestone, scenario.now().minusSeconds(random.nextInt(300)), REASON);
      case 8 -> new Command.DeclineAssignment(assignment, REASON);
      case 9 -> new Command.CancelAssignment(assignment, REASON);
      case 10 -> new Command.ChooseDestination(assignment, new HospitalId("h"), null);
      case 11 -> new Command.ConfirmDelivery(assignment, random.nextInt(3_000));
      default ->
          new Command.SetAvailability(
              unit,
              pick(List.of(Duty.AVAILABLE, Duty.AVAILABLE, Duty.OFF_DUTY), random),
              null,
              null);
    };
  }

  private static Command ofKnowledge(Incident incident, Incident another, Random random) {
    IncidentId id = incident.id();
    CallId call = any(incident.calls(), random, Call::id).orElse(new CallId("none"));
    PatientId patient = incident.patients().get(0).id();
    Optional<Alert> alert = any(incident.alerts(), random, Function.identity());
    return switch (random.nextInt(12)) {
      case 0 -> Given.priority(id, pick(List.of(Priority.values()), random));
      case 1 -> Given.caller(id, pick(List.of(CallerWithPatient.values()), random));
      case 2 ->
          Given.fix(
              id,
              east(MEIXIHU, 0.0025 * random.nextInt(5)),
              pick(List.of(FixSource.values()), random));
      case 3 -> new Command.AddPatient(id, Given.details(null));
      case 4 -> Given.outcome(patient, pick(List.of(Outcome.values()), random));
      case 5 -> new Command.LinkCall(call, another.id(), random.nextBoolean());
      case 6 -> new Command.UnlinkCall(call);
      case 7 -> new Command.SendMessage(id, MessageSender.CALLER, REASON);
      case 8 ->
          alert.isEmpty()
              ? new Command.SendLocatorLink(id)
              : new Command.AcknowledgeAlert(alert.get().id());
      case 9 ->
          alert.isEmpty()
              ? new Command.SendLocatorLink(id)
              : new Command.SnoozeAlert(
                  alert.get().id(), Duration.ofSeconds(1 + random.nextInt(300)));
      case 10 -> Given.close(id);
      default -> new Command.ReopenIncident(id, REASON);
    };
  }

  private static Milestone last(DispatchScenario scenario, AssignmentId id) {
    return scenario.incidents.values().stream()
        .flatMap(i -> i.findAssignment(id).stream())
        .findFirst()
        .map(Assignment::lastMilestone)
        .orElse(Milestone.ASSIGNED);
  }

  private static Milestone next(DispatchScenario scenario, AssignmentId id) {
    int next = last(scenario, id).ordinal() + 1;
    return Milestone.values()[Math.min(next, Milestone.CLEARED.ordinal())];
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static <T, R> Optional<R> any(List<T> list, Random random, Function<T, R> what) {
    return list.isEmpty() ? Optional.empty() : Optional.of(what.apply(pick(list, random)));
  }
}
