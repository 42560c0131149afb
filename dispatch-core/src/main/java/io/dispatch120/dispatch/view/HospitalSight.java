package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.ChestPainCaseView;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.incident.CasePatients;
import io.dispatch120.dispatch.incident.CaseReading;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Patient;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one hospital may see of one incident: the patients it has been told of, those on their way
 * to it, and those it has received; of them what it needs to receive them, and nothing of anybody
 * else. Immutable; making one is proportional to patients × assignments.
 */
public final class HospitalSight {
  private final Incident incident;
  private final HospitalId hospital;

  /** Its patients. */
  private final Set<PatientId> own;

  /** Assignments that have to do with one of them. */
  private final Set<AssignmentId> serving;

  private HospitalSight(
      Incident incident, HospitalId hospital, Set<PatientId> own, Set<AssignmentId> serving) {
    this.incident = incident;
    this.hospital = hospital;
    this.own = own;
    this.serving = serving;
  }

  public static HospitalSight of(Incident incident, HospitalId hospital) {
    Set<PatientId> own = new LinkedHashSet<>();
    Set<AssignmentId> serving = new HashSet<>();
    for (Patient patient : incident.patients()) {
      List<Assignment> assignments = CasePatients.assignments(incident, patient.id());
      if (sees(incident, hospital, patient.id(), assignments)) {
        own.add(patient.id());
        assignments.forEach(a -> serving.add(a.id()));
      }
    }
    return new HospitalSight(incident, hospital, own, serving);
  }

  private static boolean sees(
      Incident incident, HospitalId hospital, PatientId patient, List<Assignment> assignments) {
    return incident.listPreAlerts(patient).stream()
            .anyMatch(p -> p.hospitalId().equals(hospital) && p.cancellable())
        || assignments.stream().anyMatch(a -> comes(a, hospital))
        || incident.findCase(patient).stream()
            .flatMap(c -> CaseReading.of(incident, c).visits().stream())
            .anyMatch(v -> v.hospitalId().equals(hospital));
  }

  private static boolean comes(Assignment assignment, HospitalId hospital) {
    return hospital.equals(assignment.destination())
        && (assignment.live() || assignment.reached(Milestone.AT_HOSPITAL));
  }

  /** Whether any patient of the incident is the hospital's. */
  public boolean sees() {
    return !own.isEmpty();
  }

  /** Whether the patient is the hospital's. */
  public boolean sees(PatientId patient) {
    return own.contains(patient);
  }

  /**
   * Whether the hospital is to have the incident before it: one of its patients, and once it is
   * closed only while such a patient's case goes on.
   */
  public boolean shows() {
    return incident.closed()
        ? incident.cases().stream().anyMatch(c -> !c.concluded() && sees(c.patientId()))
        : sees();
  }

  /** Whether the assignment brings, or brought, one of its patients here. */
  public boolean brings(AssignmentId assignment) {
    return incident
        .findAssignment(assignment)
        .filter(a -> serving.contains(a.id()) && comes(a, hospital))
        .isPresent();
  }

  /** Whether the pre-alert went to this hospital, of a patient that still is its own. */
  public boolean asked(PreAlert preAlert) {
    return preAlert.hospitalId().equals(hospital) && sees(preAlert.patientId());
  }

  /** Whether the alert names the hospital, and nobody else's patient: the rest is dispatchers'. */
  public boolean isFor(Alert alert) {
    PatientId patient = alert.patientId();
    return hospital.equals(alert.hospitalId()) && (patient == null || sees(patient));
  }

  /**
   * The incident as the hospital may see it: its patients with their cases and its own pre-alerts,
   * the units that bring them, its alerts, and of the place only where the patients are. Callers,
   * addresses, notes, messages, and what other hospitals were told and by whom they are reached is
   * left out. Without patients when none is its own.
   *
   * @param now the moment for which position and clocks are judged
   */
  public IncidentView view(Instant now) {
    IncidentView all = IncidentViews.of(theirs(), now);
    return new IncidentView(
        all.id(),
        all.number(),
        all.center(),
        all.status(),
        all.priority(),
        all.triaged(),
        all.complaint(),
        null,
        null,
        null,
        CallerWithPatient.UNKNOWN,
        sees() ? all.position() : null,
        null,
        List.of(),
        List.of(),
        all.patients(),
        all.triage(),
        all.assignments().stream()
            .filter(a -> brings(a.id()))
            .map(HospitalSight::withoutReasons)
            .toList(),
        all.alerts(),
        List.of(),
        List.of(),
        all.cases().stream().map(c -> narrowed(c, hospital)).toList(),
        all.preAlerts().stream().filter(p -> p.hospitalId().equals(hospital)).toList(),
        all.version(),
        all.seq(),
        all.openedAt(),
        all.closedAt(),
        all.outcome(),
        null);
  }

  /**
   * The incident as if its patients were the only ones: status, triage and the times of a case are
   * theirs then.
   */
  private Incident theirs() {
    return incident
        .withPatients(incident.patients().stream().filter(p -> sees(p.id())).toList())
        .withAssignments(
            incident.assignments().stream().filter(a -> serving.contains(a.id())).toList())
        .withAlerts(incident.alerts().stream().filter(this::isFor).toList())
        .withCases(incident.cases().stream().filter(c -> sees(c.patientId())).toList())
        .withPreAlerts(incident.preAlerts().stream().filter(p -> sees(p.patientId())).toList());
  }

  /** An assignment without the dispatchers' and the crew's words about it. */
  public static AssignmentView withoutReasons(AssignmentView assignment) {
    return new AssignmentView(
        assignment.id(),
        assignment.incidentId(),
        assignment.unitId(),
        assignment.status(),
        assignment.milestones(),
        assignment.destinationHospitalId(),
        assignment.patientIds(),
        List.of(),
        null,
        null,
        assignment.endedAt(),
        null);
  }

  /** A case without what other hospitals were told of it: whom, by which number, what they said. */
  public static ChestPainCaseView narrowed(ChestPainCaseView of, HospitalId hospital) {
    return of.withPreAlerts(
        of.preAlerts().stream().filter(p -> p.hospitalId().equals(hospital)).toList());
  }
}
