package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.assignment.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which units have, or had, a patient; and where they are going. */
public final class CasePatients {
  private CasePatients() {}

  /**
   * Assignments that had to do with the patient, in the order they were made. With several patients
   * an assignment that nobody was named for counts for the one it carries, and before it carries
   * anybody for each who has no carrier.
   */
  public static List<Assignment> assignments(Incident incident, PatientId patient) {
    boolean alone = incident.patients().size() == 1;
    Map<PatientId, AssignmentId> carriers = PatientAllocation.carriers(incident);
    AssignmentId carrier = carriers.get(patient);
    return incident.assignments().stream()
        .filter(Assignment::concernsPatients)
        .filter(
            a ->
                a.patients().isEmpty()
                    ? alone
                        || a.id().equals(carrier)
                        || (carrier == null && !carriers.containsValue(a.id()))
                    : a.patients().contains(patient))
        .toList();
  }

  /** The hospital the patient is on the way to, or has just come to. */
  public static Optional<HospitalId> destination(Incident incident, PatientId patient) {
    return bound(incident, patient).or(() -> destinations(live(incident, patient).stream()));
  }

  /** The hospital the patient is still on the way to. */
  static Optional<HospitalId> bound(Incident incident, PatientId patient) {
    return destinations(onTheWay(incident, patient).stream());
  }

  private static Optional<HospitalId> destinations(Stream<Assignment> assignments) {
    return assignments.flatMap(a -> Optional.ofNullable(a.destination()).stream()).findFirst();
  }

  /**
   * Those that can still go elsewhere: where a unit has brought the patient stays where it went,
   * also when a transfer from there is planned.
   */
  static List<Assignment> onTheWay(Incident incident, PatientId patient) {
    return live(incident, patient).stream().filter(a -> !a.reached(Milestone.AT_HOSPITAL)).toList();
  }

  private static List<Assignment> live(Incident incident, PatientId patient) {
    return assignments(incident, patient).stream().filter(Assignment::live).toList();
  }
}
