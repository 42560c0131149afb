package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Id;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Call;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Scene;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds what a command is about and the state to decide it on: on the board, and for incidents
 * closed long ago in PostgreSQL.
 */
final class SceneFinder {
  private final Board board;
  private final IncidentStore store;
  private final SceneObserver observer;

  SceneFinder(Board board, IncidentStore store, SceneObserver observer) {
    this.board = board;
    this.store = store;
    this.observer = observer;
  }

  Future<Targets> targets(Command command) {
    if (command instanceof Command.AssignUnit assign) {
      return Future.succeededFuture(
          new Targets(
              Optional.of(assign.incidentId()), Optional.empty(), Optional.of(assign.unitId())));
    }
    if (command instanceof Command.OfIncident of) {
      return Future.succeededFuture(Targets.of(Optional.of(of.incidentId())));
    }
    if (command instanceof Command.SetAvailability set) {
      return Future.succeededFuture(
          new Targets(Optional.empty(), Optional.empty(), Optional.of(set.unitId())));
    }
    if (command instanceof Command.OfAssignment of) {
      return owner(
              of.assignmentId(),
              board::findIdByAssignment,
              id -> store.findIdByAssignment(board.center(), id))
          .map(Targets::of);
    }
    if (command instanceof Command.OfAlert of) {
      return owner(
              of.alertId(), board::findIdByAlert, id -> store.findIdByAlert(board.center(), id))
          .map(Targets::of);
    }
    if (command instanceof Command.OfPatient of) {
      return owner(
              of.patientId(),
              board::findIdByPatient,
              id -> store.findIdByPatient(board.center(), id))
          .map(Targets::of);
    }
    if (command instanceof Command.OfEscalation of) {
      return owner(
              of.escalationId(),
              board::findIdByEscalation,
              id -> store.findIdByEscalation(board.center(), id))
          .map(Targets::of);
    }
    if (command instanceof Command.LinkCall link) {
      return ofCall(link.callId())
          .map(from -> new Targets(Optional.of(link.incidentId()), from, Optional.empty()));
    }
    if (command instanceof Command.UnlinkCall unlink) {
      return ofCall(unlink.callId()).compose(now -> unlinkTargets(unlink.callId(), now));
    }
    return Future.succeededFuture(Targets.NONE);
  }

  private Future<Optional<IncidentId>> ofCall(CallId call) {
    return owner(call, board::findIdByCall, id -> store.findIdByCall(board.center(), id));
  }

  private Future<Targets> unlinkTargets(CallId call, Optional<IncidentId> now) {
    return incident(now)
        .map(
            found ->
                new Targets(
                    now,
                    found.flatMap(i -> i.findCall(call)).map(Call::openedIncident),
                    Optional.empty()));
  }

  /** The state the decision is guarded by, and what is observed around it. */
  Future<Scene> scene(Command command, Targets targets) {
    return incident(targets.incident())
        .compose(
            incident -> {
              Optional<Unit> unit = unitOf(command, targets, incident).flatMap(board::findUnit);
              return incident(otherOf(command, targets, unit))
                  .map(
                      other ->
                          new Scene(
                              incident,
                              other,
                              unit,
                              observer.around(command, incident, unit),
                              board.roads(),
                              board.cards()));
            });
  }

  private static Optional<UnitId> unitOf(
      Command command, Targets targets, Optional<Incident> incident) {
    if (command instanceof Command.OfAssignment of) {
      return incident.flatMap(i -> i.findAssignment(of.assignmentId())).map(a -> a.unitId());
    }
    return targets.unit();
  }

  /** A pre-emption also changes the incident that has the unit now. */
  private static Optional<IncidentId> otherOf(
      Command command, Targets targets, Optional<Unit> unit) {
    return command instanceof Command.AssignUnit assign && assign.preempt()
        ? unit.map(Unit::incidentId)
        : targets.other();
  }

  private Future<Optional<Incident>> incident(Optional<IncidentId> id) {
    if (id.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Optional<Incident> atHand = board.findIncident(id.get());
    return atHand.isPresent()
        ? Future.succeededFuture(atHand)
        : store.find(board.center(), id.get());
  }

  private static <I extends Id> Future<Optional<IncidentId>> owner(
      I id,
      Function<I, Optional<IncidentId>> onBoard,
      Function<I, Future<Optional<IncidentId>>> inStore) {
    Optional<IncidentId> atHand = onBoard.apply(id);
    return atHand.isPresent() ? Future.succeededFuture(atHand) : inStore.apply(id);
  }
}
