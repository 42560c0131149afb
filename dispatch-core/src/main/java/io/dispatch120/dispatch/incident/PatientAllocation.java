package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.assignment.Assignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which assignment has which patient. From {@code transporting} on an assignment carries the
 * patients named for it, else the first one that nobody else carries; so does one that was cleared
 * after patient contact, which settled its patient on scene. Until then it serves every patient
 * that no other assignment carries.
 */
final class PatientAllocation {
  private PatientAllocation() {}

  /** Each carried patient with its carrier. Named patients first, then in order of assignment. */
  static Map<PatientId, AssignmentId> carriers(Incident incident) {
    Map<PatientId, AssignmentId> carriers = new HashMap<>();
    List<Assignment> carrying =
        incident.assignments().stream().filter(PatientAllocation::carries).toList();
    for (Assignment assignment : carrying) {
      assignment.patients().forEach(p -> carriers.putIfAbsent(p, assignment.id()));
    }
    for (Assignment assignment : carrying) {
      if (assignment.patients().isEmpty()) {
        incident.patients().stream()
            .filter(p -> !carriers.containsKey(p.id()) && transportable(p))
            .findFirst()
            .ifPresent(p -> carriers.put(p.id(), assignment.id()));
      }
    }
    return carriers;
  }

  /** The live assignments from whose view the patient is looked after. */
  static List<Assignment> serving(
      Incident incident, Map<PatientId, AssignmentId> carriers, Patient patient) {
    AssignmentId carrier = carriers.get(patient.id());
    return incident.liveAssignments().stream()
        .filter(a -> carrier == null ? !carries(a) : a.id().equals(carrier))
        .toList();
  }

  private static boolean carries(Assignment assignment) {
    return assignment.live()
        ? assignment.lastMilestone().compareTo(Milestone.TRANSPORTING) >= 0
        : IncidentStatuses.served(assignment);
  }

  /** One who refused, died or left by other means is not the one on the stretcher. */
  private static boolean transportable(Patient patient) {
    return patient.outcome() == null || patient.outcome() == Outcome.TRANSPORTED;
  }
}
