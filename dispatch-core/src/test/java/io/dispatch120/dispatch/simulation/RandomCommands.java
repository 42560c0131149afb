package io.dispatch120.dispatch.simulation;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.ClosureCause;
import io.dispatch120.dispatch.api.ClosureId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientDetails;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.incident.Call;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.road.BridgeRoads;
import io.dispatch120.dispatch.road.ClosedRoad;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What people may think of, sensible or not, from what a board shows them. */
final class RandomCommands {
  private static final Personal WORDS = new Personal("because");

  private final Random random;
  private final InstantSource clock;
  private final List<IncidentId> known = new ArrayList<>();
  private final List<ClosureId> closures = new ArrayList<>();

  RandomCommands(Random random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  Command next(Board board) {
    List<Incident> open =
        board.openIncidents().stream().sorted((a, b) -> a.number().compareTo(b.number())).toList();
    open.stream().map(Incident::id).filter(id -> !known.contains(id)).forEach(known::add);
    if (random.nextInt(12) == 0) {
      return ofRoads(board.roads());
    }
    if (open.isEmpty() || random.nextInt(8) == 0) {
      return random.nextInt(4) > 0 ? call() : availability();
    }
    Incident one = board.findIncident(pick(known)).orElse(pick(open));
    return random.nextInt(3) > 0 ? ofWork(one) : ofKnowledge(one, pick(open));
  }

  private Command call() {
    return new Command.ReceiveCall(
        new Personal(random.nextBoolean() ? "13800001234" : "0731-88881234"),
        null,
        CallerWithPatient.UNKNOWN,
        false,
        null,
        null,
        null,
        null,
        random.nextInt(3) == 0 ? null : place(FixSource.LINK),
        random.nextBoolean());
  }

  /** Also one that is open again, and one that opens by itself within the schedule. */
  private Command ofRoads(ClosedRoads roads) {
    roads.all().stream()
        .map(ClosedRoad::id)
        .filter(id -> !closures.contains(id))
        .forEach(closures::add);
    if (!closures.isEmpty() && random.nextInt(3) == 0) {
      return new Command.OpenRoad(pick(closures));
    }
    Instant soon = clock.instant().plusSeconds(1 + random.nextInt(8));
    return new Command.CloseRoad(
        BridgeRoads.CLOSES_IT,
        ClosureCause.FLOODED,
        "water",
        random.nextBoolean() ? soon : null,
        List.of(new Line(List.of(BridgeRoads.BRIDGE, Places.SQUARE))));
  }

  private Command availability() {
    return new Command.SetAvailability(
        Places.unit(random.nextInt(4)),
        pick(List.of(Duty.AVAILABLE, Duty.AVAILABLE, Duty.OFF_DUTY)),
        null,
        null);
  }

  private LocationReport place(FixSource source) {
    LngLat at = new LngLat(Places.SQUARE.lng() + 0.002 * random.nextInt(5), Places.SQUARE.lat());
    return new LocationReport(at, null, source, Datum.WGS84, null);
  }

  private Command ofWork(Incident incident) {
    List<Assignment> assignments = incident.assignments();
    if (assignments.isEmpty() || random.nextInt(4) == 0) {
      return new Command.AssignUnit(
          incident.id(), Places.unit(random.nextInt(4)), WORDS, random.nextInt(3) == 0);
    }
    Assignment one = pick(assignments);
    AssignmentId id = one.id();
    return switch (random.nextInt(11)) {
      case 0, 1, 2, 3, 4 -> tap(id, after(one));
      case 5 -> tap(id, pick(List.of(Milestone.values())));
      case 6 -> new Command.WithdrawMilestone(id, one.lastMilestone());
      case 7 -> new Command.CancelAssignment(id, WORDS);
      case 8 -> new Command.DeclineAssignment(id, WORDS);
      case 9 -> new Command.SendCrewMessage(id, WORDS);
      default -> new Command.ConfirmDelivery(id, incident.revision());
    };
  }

  private static Milestone after(Assignment assignment) {
    int next = assignment.lastMilestone().ordinal() + 1;
    return Milestone.values()[Math.min(next, Milestone.CLEARED.ordinal())];
  }

  private static Command tap(AssignmentId id, Milestone milestone) {
    return new Command.RecordMilestone(id, milestone, MilestoneSource.CREW, null, null, null);
  }

  private Command ofKnowledge(Incident incident, Incident another) {
    IncidentId id = incident.id();
    CallId call = incident.calls().isEmpty() ? new CallId("none") : pick(incident.calls()).id();
    List<AlertId> alerts = incident.alerts().stream().filter(Alert::live).map(Alert::id).toList();
    return switch (random.nextInt(12)) {
      case 0, 1 ->
          new Command.ChangeDetails(
              id,
              random.nextBoolean() ? null : incident.details().version(),
              null,
              null,
              null,
              pick(List.of(Priority.values())),
              random.nextBoolean() ? null : WORDS,
              null);
      case 2 -> new Command.ReportLocation(id, place(pick(List.of(FixSource.values()))), null);
      case 3 -> new Command.AddPatient(id, patient(null));
      case 4 ->
          new Command.ChangePatient(
              pick(incident.patients()).id(), patient(pick(List.of(Outcome.values()))));
      case 5 -> new Command.LinkCall(call, another.id(), random.nextBoolean());
      case 6 -> new Command.UnlinkCall(unlinkable(incident, call));
      case 7 -> new Command.SendMessage(id, MessageSender.CALLER, WORDS);
      case 8 ->
          alerts.isEmpty()
              ? new Command.SendLocatorLink(id)
              : new Command.AcknowledgeAlert(pick(alerts));
      case 9 ->
          alerts.isEmpty()
              ? new Command.ReopenIncident(id, WORDS)
              : new Command.SnoozeAlert(pick(alerts), Duration.ofSeconds(1 + random.nextInt(5)));
      default -> new Command.CloseIncident(id, Outcome.TREATED_ON_SCENE, null);
    };
  }

  private static CallId unlinkable(Incident incident, CallId otherwise) {
    return incident.calls().stream()
        .filter(c -> !c.openedIncident().equals(incident.id()))
        .map(Call::id)
        .findFirst()
        .orElse(otherwise);
  }

  private static PatientDetails patient(Outcome outcome) {
    return new PatientDetails(null, null, null, null, null, outcome);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
