package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.Alert.Audience;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.chestpain.CaseClocks;
import io.dispatch120.dispatch.chestpain.CaseFacts;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.chestpain.Visit;
import io.dispatch120.dispatch.hospital.PreAlert;
import java.util.List;
import java.util.Optional;

/** Whom and what an alert about a pre-alert or a chest-pain clock is about. */
final class CaseAlerts {
  private CaseAlerts() {}

  static Alert about(Incident incident, Alert alert, String subject) {
    if (TargetDeadlines.KINDS.contains(alert.kind())) {
      return target(incident, alert, subject);
    }
    Optional<PreAlert> preAlert =
        incident.preAlerts().stream()
            .filter(
                p ->
                    p.id().value().equals(subject) || p.find(new EscalationId(subject)).isPresent())
            .findFirst();
    return preAlert
        .map(p -> alert.about(subject, p.patientId(), p.hospitalId(), null))
        .orElseGet(() -> alert.about(subject, new PatientId(subject), null, null));
  }

  /**
   * Dispatchers are warned of the first ECG, hospitals of the rest; of what no hospital knows yet,
   * dispatchers.
   */
  private static Alert target(Incident incident, Alert alert, String subject) {
    PatientId patient = TargetDeadlines.patient(subject);
    Optional<HospitalId> hospital = incident.findCase(patient).flatMap(c -> whose(incident, c));
    boolean dispatchers = CaseClocks.forDispatchers(TargetDeadlines.interval(subject));
    return alert.about(
        subject,
        patient,
        hospital.orElse(null),
        dispatchers || hospital.isEmpty() ? null : Audience.HOSPITAL);
  }

  private static Optional<HospitalId> whose(Incident incident, ChestPainCase c) {
    CaseFacts facts = CaseReading.of(incident, c);
    List<Visit> visits = facts.visits();
    return Optional.ofNullable(facts.destination())
        .or(
            () ->
                visits.isEmpty()
                    ? Optional.empty()
                    : Optional.of(visits.get(visits.size() - 1).hospitalId()));
  }
}
