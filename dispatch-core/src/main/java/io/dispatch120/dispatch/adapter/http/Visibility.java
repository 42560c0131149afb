package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitView;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.web.Problem;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a role that is narrowed to its own may see: a station desk the assignments of its units, a
 * hospital desk what is on its way to it. All else does not exist for them. Thread-safe.
 */
final class Visibility {
  private final Queries queries;

  Visibility(Queries queries) {
    this.queries = queries;
  }

  /** Fails with 404 when there is none, or none for this user. */
  Future<IncidentView> incident(SessionUser user, IncidentId id) {
    return queries
        .findIncident(user.center(), id)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.failedFuture(notFound("incident"));
              }
              IncidentView incident = found.get();
              return anyOf(user, incident.assignments())
                  .compose(sees -> sees ? Future.succeededFuture(incident) : no("incident"));
            });
  }

  /** Fails with 404 when there is none, or none for this user. */
  Future<AssignmentView> assignment(SessionUser user, AssignmentId id) {
    return queries
        .findAssignment(user.center(), id)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.failedFuture(notFound("assignment"));
              }
              AssignmentView assignment = found.get();
              return anyOf(user, List.of(assignment))
                  .compose(sees -> sees ? Future.succeededFuture(assignment) : no("assignment"));
            });
  }

  /** Fails with 404 when there is none, or none for this user. */
  Future<UnitView> unit(SessionUser user, UnitId id) {
    return queries
        .findUnit(user.center(), id)
        .compose(
            found ->
                found
                    .filter(unit -> sees(user, unit))
                    .map(Future::succeededFuture)
                    .orElseGet(() -> no("unit")));
  }

  boolean sees(SessionUser user, UnitView unit) {
    return user.role() != Role.STATION || unit.station().equals(user.stationId());
  }

  private Future<Boolean> anyOf(SessionUser user, List<AssignmentView> assignments) {
    if (user.role() == Role.HOSPITAL) {
      return Future.succeededFuture(
          assignments.stream()
              .anyMatch(
                  a ->
                      a.destinationHospitalId() != null
                          && a.destinationHospitalId().equals(user.hospitalId())));
    }
    if (user.role() == Role.STATION) {
      return ownUnits(user)
          .map(own -> assignments.stream().anyMatch(a -> own.contains(a.unitId())));
    }
    return Future.succeededFuture(true);
  }

  private Future<Set<UnitId>> ownUnits(SessionUser user) {
    return queries
        .listUnits(user.center())
        .map(
            units ->
                units.stream()
                    .filter(unit -> sees(user, unit))
                    .map(UnitView::id)
                    .collect(Collectors.toSet()));
  }

  /** The value, or 404. */
  static <T> T orNotFound(Optional<T> found, String what) {
    return found.orElseThrow(() -> notFound(what));
  }

  private static <T> Future<T> no(String what) {
    return Future.failedFuture(notFound(what));
  }

  private static RuntimeException notFound(String what) {
    return Problem.notFound("There is no such " + what + ".").asException();
  }
}
