package io.dispatch120.locator.crew;

import io.dispatch120.dispatch.api.PatientDetails;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.api.TriageTag;
import io.dispatch120.dispatch.api.Troponin;
import io.dispatch120.dispatch.api.Vitals;
import io.dispatch120.web.Fields;
import io.dispatch120.web.FindingFields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What a crew's bodies about a patient say. Thread-safe. */
final class CaseBodies {
  private final InstantSource clock;

  CaseBodies(InstantSource clock) {
    this.clock = clock;
  }

  Vitals vitals(Fields fields) {
    return FindingFields.vitals(fields, time(fields, "at"));
  }

  Troponin troponin(Fields fields) {
    return FindingFields.troponin(fields, time(fields, "resultAt"));
  }

  /**
   * The time that is said, else the tap's. How long the tap waited is known from its two times even
   * when the device's clock is wrong.
   */
  private Instant time(Fields fields, String said) {
    Instant at = fields.instantOrNull(said);
    if (at != null) {
      return at;
    }
    Instant now = clock.instant();
    Instant deviceAt = fields.instantOrNull("deviceAt");
    Instant sentAt = fields.instantOrNull("sentAt");
    if (deviceAt == null) {
      return now;
    }
    Duration waited = Duration.between(deviceAt, sentAt == null ? now : sentAt);
    return waited.isNegative() ? now : now.minus(waited);
  }

  static PatientDetails patient(Fields fields) {
    return new PatientDetails(
        fields.personalOrNull("name"),
        fields.choiceOrNull("sex", Sex.class),
        fields.integerOrNull("ageYears"),
        fields.choiceOrNull("tag", TriageTag.class),
        fields.personalOrNull("findings"),
        null);
  }
}
