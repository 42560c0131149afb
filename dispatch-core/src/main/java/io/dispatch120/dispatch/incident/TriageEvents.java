package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.TriageResult;
import java.util.ArrayList;
import java.util.List;

/** What triage finds. */
public final class TriageEvents {
  private TriageEvents() {}

  /** Facts about triage. */
  public sealed interface OfTriage extends IncidentEvent permits TriageRecorded {}

  /**
   * A card was answered for a patient. Priority and complaint that follow have events of their own;
   * a newer one of the same patient replaces this.
   */
  public record TriageRecorded(PatientId patientId, TriageResult result) implements OfTriage {
    @Override
    public String type() {
      return "triage_recorded";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      List<Triage> after = new ArrayList<>(incident.triages());
      after.removeIf(triage -> triage.patientId().equals(patientId));
      after.add(new Triage(patientId, result, stamp.at()));
      return incident.withTriages(after);
    }
  }
}
