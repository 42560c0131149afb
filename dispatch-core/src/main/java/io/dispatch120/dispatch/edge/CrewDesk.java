package io.dispatch120.dispatch.edge;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.CrewUnitView;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Moment;
import io.dispatch120.dispatch.node.CenterNode;
import io.dispatch120.dispatch.node.DispatchNode;
import io.dispatch120.dispatch.view.UnitViews;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Serves a crew's device: its own unit's assignments and nothing else. */
final class CrewDesk {
  private final DispatchNode node;

  CrewDesk(DispatchNode node) {
    this.node = node;
  }

  Future<Optional<CrewAssignmentView>> findAssignment(SessionUser crew) {
    CenterNode center = center(crew);
    center.fleet().heardFrom(unit(crew));
    return Future.succeededFuture(
        center
            .board()
            .findUnit(unit(crew))
            .flatMap(u -> Optional.ofNullable(u.incidentId()))
            .flatMap(center.board()::findIncident)
            .flatMap(incident -> center.crewPicture(unit(crew), incident)));
  }

  /** The command names the assignment; that it is the crew's own is decided with the state. */
  Future<Reply<CrewAssignmentView>> execute(
      SessionUser crew, RequestKey key, Command.OfAssignment command) {
    return ofIncident(crew, key, command);
  }

  /** The command names the patient; that it is one of the crew's is decided with the state. */
  Future<Reply<CrewAssignmentView>> execute(
      SessionUser crew, RequestKey key, Command.OfPatient command) {
    return ofIncident(crew, key, command);
  }

  private Future<Reply<CrewAssignmentView>> ofIncident(
      SessionUser crew, RequestKey key, Command command) {
    CenterNode center = center(crew);
    UnitId unit = unit(crew);
    return obey(
        crew,
        key,
        command,
        done -> done.incident().flatMap(incident -> center.crewPicture(unit, incident)));
  }

  Future<Optional<CrewUnitView>> findUnit(SessionUser crew) {
    CenterNode center = center(crew);
    center.fleet().heardFrom(unit(crew));
    return Future.succeededFuture(center.board().findUnit(unit(crew)).map(u -> view(center, u)));
  }

  /** The command names the unit; that it is the crew's own is decided with the state. */
  Future<Reply<CrewUnitView>> declare(
      SessionUser crew, RequestKey key, Command.SetAvailability command) {
    CenterNode center = center(crew);
    return obey(crew, key, command, done -> done.unit().map(unit -> view(center, unit)));
  }

  private static CrewUnitView view(CenterNode center, Unit unit) {
    return UnitViews.ofCrew(
        unit, center.fleet().findPosition(unit.id()), center.board().catalogue().stations());
  }

  private <T> Future<Reply<T>> obey(
      SessionUser crew, RequestKey key, Command command, Function<Done, Optional<T>> view) {
    UnitId unit = unit(crew);
    center(crew).fleet().heardFrom(unit);
    return node.execute(
            new CommandRequest(
                key.commandId(), key.fingerprint(), crew.center(), crew.actor(), unit, command))
        .map(result -> Replies.of(result, view));
  }

  Future<Void> reportPositions(SessionUser crew, List<UnitPosition> positions) {
    UnitId unit = unit(crew);
    return center(crew)
        .reportPositions(positions.stream().filter(p -> p.unitId().equals(unit)).toList());
  }

  /** Confirms what the crew had to be told, in whichever of its assignments that was. */
  Future<Void> confirmDelivery(SessionUser crew, long seq) {
    CenterNode center = center(crew);
    UnitId unit = unit(crew);
    center.fleet().heardFrom(unit);
    return center
        .listUnconfirmed(unit, seq)
        .compose(
            assignments ->
                Future.join(
                    assignments.stream()
                        .<Future<?>>map(assignment -> confirm(crew, unit, assignment, seq))
                        .toList()))
        .mapEmpty();
  }

  private Future<?> confirm(SessionUser crew, UnitId unit, AssignmentId assignment, long seq) {
    UUID id = UUID.fromString(Moment.newId(new UUID(0, seq), "confirm/" + assignment));
    return node.execute(
        new CommandRequest(
            id,
            "",
            crew.center(),
            crew.actor(),
            unit,
            new Command.ConfirmDelivery(assignment, seq)));
  }

  Future<StreamHandle> open(SessionUser crew, OptionalLong since, FrameSink sink) {
    CenterNode center = center(crew);
    UnitId unit = unit(crew);
    return center
        .streams()
        .openCrew(unit, since, sink)
        .map(
            stream -> {
              center.linkOpened(unit);
              AtomicBoolean open = new AtomicBoolean(true);
              return () -> {
                stream.close();
                if (open.getAndSet(false)) {
                  center.linkClosed(unit);
                }
              };
            });
  }

  private CenterNode center(SessionUser crew) {
    return node.getCenter(crew.center());
  }

  static UnitId unit(SessionUser crew) {
    return Objects.requireNonNull(crew.unitId(), "a crew's session names its unit");
  }
}
