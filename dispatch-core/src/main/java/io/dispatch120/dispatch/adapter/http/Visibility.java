package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitView;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.web.Problem;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
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

  /**
   * The incident as the user may see it. Fails with 404 when there is none, or none for this user;
   * with 403 for a hospital that has no patient of it.
   */
  Future<IncidentView> incident(SessionUser user, IncidentId id) {
    if (user.role() == Role.HOSPITAL) {
      return queries
          .findIncident(user.center(), id, hospital(user))
          .map(found -> orNotFound(found, "incident"))
          .map(incident -> own(incident, !incident.patients().isEmpty()));
    }
    return queries
        .findIncident(user.center(), id)
        .map(found -> orNotFound(found, "incident"))
        .compose(
            incident ->
                anyOf(user, incident.assignments())
                    .compose(sees -> sees ? Future.succeededFuture(incident) : no("incident")));
  }

  /**
   * The incident of a patient as the user may see it. Fails with 404 when there is none, with 403
   * for a hospital that the patient is not on the way to.
   */
  Future<IncidentView> patient(SessionUser user, PatientId id) {
    if (user.role() == Role.HOSPITAL) {
      return queries
          .findIncidentOf(user.center(), id, hospital(user))
          .map(found -> orNotFound(found, "patient"))
          .map(
              incident ->
                  own(incident, incident.patients().stream().anyMatch(p -> p.id().equals(id))));
    }
    return queries.findIncidentOf(user.center(), id).map(found -> orNotFound(found, "patient"));
  }

  private static HospitalId hospital(SessionUser user) {
    return Objects.requireNonNull(user.hospitalId(), "a hospital's account names it");
  }

  private static IncidentView own(IncidentView incident, boolean own) {
    if (!own) {
      throw notYours();
    }
    return incident;
  }

  /** The incident of a level that was told; 403 for another hospital than the one it is of. */
  Future<IncidentView> escalation(SessionUser user, EscalationId id) {
    return queries
        .findIncidentOf(user.center(), id)
        .map(found -> orNotFound(found, "escalation"))
        .map(
            incident -> {
              boolean own =
                  user.role() != Role.HOSPITAL
                      || incident.preAlerts().stream()
                          .filter(p -> p.hospitalId().equals(user.hospitalId()))
                          .flatMap(p -> p.escalations().stream())
                          .anyMatch(e -> e.id().equals(id));
              if (!own) {
                throw notYours();
              }
              return incident;
            });
  }

  private static RuntimeException notYours() {
    return Problem.of(403, "forbidden", "The patient is not on the way to this hospital.")
        .asException();
  }

  /**
   * The assignment as the user may see it. Fails with 404 when there is none, or none for this
   * user.
   */
  Future<AssignmentView> assignment(SessionUser user, AssignmentId id) {
    return queries
        .findAssignment(user.center(), id)
        .map(found -> orNotFound(found, "assignment"))
        .compose(assignment -> narrowed(user, assignment))
        .map(found -> orNotFound(found, "assignment"));
  }

  private Future<Optional<AssignmentView>> narrowed(SessionUser user, AssignmentView assignment) {
    if (user.role() == Role.HOSPITAL) {
      return queries
          .findIncident(user.center(), assignment.incidentId(), hospital(user))
          .map(
              incident ->
                  incident.stream()
                      .flatMap(i -> i.assignments().stream())
                      .filter(a -> a.id().equals(assignment.id()))
                      .findFirst());
    }
    return anyOf(user, List.of(assignment))
        .map(sees -> sees ? Optional.of(assignment) : Optional.empty());
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
