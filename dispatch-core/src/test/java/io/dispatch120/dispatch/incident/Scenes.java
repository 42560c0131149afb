package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Scene.Surroundings;
import io.dispatch120.dispatch.road.ClosedRoads;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the scene of a command among the states of a scenario. */
final class Scenes {
  private Scenes() {}

  static Scene of(DispatchScenario scenario, Command command, Surroundings around) {
    Optional<Incident> incident = incident(scenario, command);
    Optional<Unit> unit = unit(scenario, command, incident);
    Optional<Incident> other = other(scenario, command, unit);
    return new Scene(incident, other, unit, around, ClosedRoads.NONE, scenario.cards);
  }

  private static Optional<Incident> incident(DispatchScenario scenario, Command command) {
    if (command instanceof Command.OfIncident c) {
      return Optional.ofNullable(scenario.incidents.get(c.incidentId()));
    }
    if (command instanceof Command.OfAssignment c) {
      return find(scenario, i -> i.findAssignment(c.assignmentId()).isPresent());
    }
    if (command instanceof Command.OfAlert c) {
      return find(scenario, i -> i.findAlert(c.alertId()).isPresent());
    }
    if (command instanceof Command.ChangePatient c) {
      return find(scenario, i -> !i.absorbed() && i.findPatient(c.patientId()).isPresent())
          .or(() -> find(scenario, i -> i.findPatient(c.patientId()).isPresent()));
    }
    if (command instanceof Command.OfPatient c) {
      return find(scenario, i -> !i.absorbed() && i.findPatient(c.patientId()).isPresent());
    }
    if (command instanceof Command.OfEscalation c) {
      return find(scenario, i -> i.findPreAlert(c.escalationId()).isPresent());
    }
    if (command instanceof Command.LinkCall c) {
      return Optional.ofNullable(scenario.incidents.get(c.incidentId()));
    }
    return command instanceof Command.UnlinkCall c
        ? holding(scenario, c.callId())
        : Optional.empty();
  }

  private static Optional<Unit> unit(
      DispatchScenario scenario, Command command, Optional<Incident> incident) {
    UnitId id = null;
    if (command instanceof Command.AssignUnit c) {
      id = c.unitId();
    } else if (command instanceof Command.SetAvailability c) {
      id = c.unitId();
    } else if (command instanceof Command.WithdrawMilestone c) {
      id =
          incident
              .flatMap(i -> i.findAssignment(c.assignmentId()))
              .map(Assignment::unitId)
              .orElse(null);
    }
    return Optional.ofNullable(id).map(scenario.units::get);
  }

  private static Optional<Incident> other(
      DispatchScenario scenario, Command command, Optional<Unit> unit) {
    if (command instanceof Command.AssignUnit) {
      return unit.flatMap(u -> Optional.ofNullable(u.incidentId())).map(scenario.incidents::get);
    }
    if (command instanceof Command.LinkCall c) {
      return holding(scenario, c.callId());
    }
    if (command instanceof Command.UnlinkCall c) {
      IncidentId opened =
          find(scenario, i -> i.findCall(c.callId()).isPresent())
              .flatMap(i -> i.findCall(c.callId()))
              .map(Call::openedIncident)
              .orElse(null);
      return Optional.ofNullable(opened).map(scenario.incidents::get);
    }
    return Optional.empty();
  }

  private static Optional<Incident> holding(DispatchScenario scenario, CallId call) {
    return find(scenario, i -> !i.absorbed() && i.findCall(call).isPresent());
  }

  private static Optional<Incident> find(DispatchScenario scenario, Predicate<Incident> which) {
    return scenario.incidents.values().stream().filter(which).findFirst();
  }
}
