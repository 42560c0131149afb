package io.dispatch120.dispatch.report;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.chestpain.CaseFacts;
import io.dispatch120.dispatch.chestpain.CaseTime;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.chestpain.Visit;
import io.dispatch120.dispatch.incident.CasePatients;
import io.dispatch120.dispatch.incident.CaseReading;
import io.dispatch120.dispatch.incident.Incident;
import org.jspecify.annotations.Nullable;

/** One case as the journal tells it: its incident, its own record, and its times. */
record CaseFile(Incident incident, ChestPainCase of, CaseFacts facts) {

  static CaseFile of(Incident incident, ChestPainCase c) {
    return new CaseFile(incident, c, CaseReading.of(incident, c));
  }

  String patient() {
    return of.patientId().value();
  }

  @Nullable CaseTime time(CaseMilestone milestone) {
    return facts.times().get(milestone);
  }

  /** Whether a crew had the patient, so that it could send an ECG. */
  boolean byAmbulance() {
    return CasePatients.assignments(incident, of.patientId()).stream()
        .anyMatch(a -> a.hadPatientContact());
  }

  @Nullable Visit first() {
    return facts.visits().isEmpty() ? null : facts.visits().get(0);
  }

  /** A STEMI to be opened with a wire: the figures of the cath lab are asked of it. */
  boolean primaryPci() {
    return facts.stemi() && facts.primaryPci();
  }

  boolean thrombolysis() {
    return facts.stemi() && facts.thrombolysis();
  }
}
