package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.api.TriageTag;
import org.jspecify.annotations.Nullable;

/**
 * One person (患者). An incident opens with one of whom nothing is known.
 *
 * @param outcome set when this patient's care by the incident is settled without or beside
 *     transport
 */
public record Patient(
    PatientId id,
    @Nullable Personal name,
    Sex sex,
    @Nullable Integer ageYears,
    @Nullable TriageTag tag,
    @Nullable Personal findings,
    @Nullable Outcome outcome) {

  public static Patient unknown(PatientId id) {
    return new Patient(id, null, Sex.UNKNOWN, null, null, null, null);
  }
}
