package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.assignment.Assignment.EndingKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The status of an incident, derived from its least-served patient. A patient's own status is that
 * of the furthest live assignment serving it; patients whose care is settled count no more.
 */
public final class IncidentStatuses {
  private IncidentStatuses() {}

  /** The status. Proportional to patients × assignments. */
  public static IncidentStatus of(Incident incident) {
    if (incident.closed()) {
      return IncidentStatus.CLOSED;
    }
    Map<PatientId, AssignmentId> carried = PatientAllocation.carriers(incident);
    List<Patient> unresolved =
        incident.patients().stream().filter(p -> !resolved(incident, carried, p)).toList();
    if (!unresolved.isEmpty()) {
      return unresolved.stream()
          .map(p -> furthest(PatientAllocation.serving(incident, carried, p)))
          .map(found -> found.orElse(IncidentStatus.WAITING))
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }
    return furthest(incident.liveAssignments())
        .orElseGet(
            () ->
                incident.assignments().stream().anyMatch(IncidentStatuses::served)
                    ? IncidentStatus.AWAITING_CLOSURE
                    : IncidentStatus.WAITING);
  }

  private static boolean resolved(
      Incident incident, Map<PatientId, AssignmentId> carried, Patient patient) {
    return patient.outcome() != null
        || Optional.ofNullable(carried.get(patient.id()))
            .flatMap(incident::findAssignment)
            .filter(IncidentStatuses::served)
            .isPresent();
  }

  /** Whether its patient's care is done: handed over, or cleared after contact. */
  static boolean served(Assignment assignment) {
    return assignment.reached(Milestone.HANDED_OVER) || clearedAfterContact(assignment);
  }

  static boolean clearedAfterContact(Assignment assignment) {
    return assignment.ending() != null
        && assignment.ending().kind() == EndingKind.CLEARED
        && assignment.hadPatientContact();
  }

  private static Optional<IncidentStatus> furthest(List<Assignment> live) {
    return live.stream().map(IncidentStatuses::ofLive).max(Comparator.naturalOrder());
  }

  private static IncidentStatus ofLive(Assignment assignment) {
    return switch (assignment.lastMilestone()) {
      case ASSIGNED, ACKNOWLEDGED -> IncidentStatus.ASSIGNED;
      case EN_ROUTE -> IncidentStatus.EN_ROUTE;
      case ON_SCENE, PATIENT_CONTACT -> IncidentStatus.ON_SCENE;
      case TRANSPORTING -> IncidentStatus.TRANSPORTING;
      case AT_HOSPITAL, HANDED_OVER, CLEARED -> IncidentStatus.AT_HOSPITAL;
    };
  }
}
