package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.AlertView;
import io.dispatch120.dispatch.api.ChestPainCaseView;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.IncidentView.PatientView;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a hospital may see: the patients it has been told of, those on their way to it, and those it
 * has received. Pure.
 */
public final class HospitalSight {
  private HospitalSight() {}

  /** Whether any patient of the incident is the hospital's. */
  public static boolean sees(IncidentView incident, HospitalId hospital) {
    return incident.patients().stream().anyMatch(p -> sees(incident, hospital, p.id()));
  }

  /** Whether the patient is the hospital's. */
  public static boolean sees(IncidentView incident, HospitalId hospital, PatientId patient) {
    return incident.preAlerts().stream()
            .anyMatch(
                p ->
                    p.patientId().equals(patient)
                        && p.hospitalId().equals(hospital)
                        && p.state() != PreAlertState.CANCELLED)
        || incident.assignments().stream()
            .filter(a -> a.patientIds().isEmpty() || a.patientIds().contains(patient))
            .anyMatch(a -> comes(a, hospital))
        || incident.cases().stream()
            .filter(c -> c.patientId().equals(patient))
            .flatMap(c -> c.visits().stream())
            .anyMatch(v -> v.hospitalId().equals(hospital));
  }

  /**
   * Whether the hospital is to have the incident before it: one of its patients, and once it is
   * closed only while such a patient's case goes on.
   */
  public static boolean shows(IncidentView incident, HospitalId hospital) {
    return incident.closedAt() == null
        ? sees(incident, hospital)
        : incident.cases().stream()
            .filter(c -> c.concludedAt() == null)
            .anyMatch(c -> sees(incident, hospital, c.patientId()));
  }

  private static boolean comes(AssignmentView assignment, HospitalId hospital) {
    return hospital.equals(assignment.destinationHospitalId())
        && (assignment.endedAt() == null
            || assignment.milestones().containsKey(Milestone.AT_HOSPITAL));
  }

  /** The incident with the hospital's patients only, and the alerts that are for it. */
  public static IncidentView narrowed(IncidentView incident, HospitalId hospital) {
    Set<PatientId> own =
        incident.patients().stream()
            .map(PatientView::id)
            .filter(id -> sees(incident, hospital, id))
            .collect(Collectors.toSet());
    List<ChestPainCaseView> cases =
        incident.cases().stream().filter(c -> own.contains(c.patientId())).toList();
    return incident.withPatients(
        incident.patients().stream().filter(p -> own.contains(p.id())).toList(),
        incident.alerts().stream().filter(a -> isFor(a, hospital)).toList(),
        cases,
        incident.preAlerts().stream().filter(p -> own.contains(p.patientId())).toList());
  }

  /** Whether the alert names the hospital: the rest is the dispatchers' business. */
  public static boolean isFor(AlertView alert, HospitalId hospital) {
    return hospital.equals(alert.hospitalId());
  }
}
