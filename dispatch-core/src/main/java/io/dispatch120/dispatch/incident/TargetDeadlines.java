package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Concern;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.chestpain.CaseClocks;
import io.dispatch120.dispatch.chestpain.CaseClocks.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * When the clocks of chest-pain cases have to be warned of: at four fifths of their target and at
 * its end, counted from when the first step was, not from when it was told. Never scaled.
 */
final class TargetDeadlines {
  static final Set<AlertKind> KINDS = Set.of(AlertKind.TARGET_WARNING, AlertKind.TARGET_BREACHED);

  private TargetDeadlines() {}

  /** Empty when the clock no longer runs. */
  static Optional<Instant> due(Incident incident, Concern concern) {
    return findClock(incident, concern)
        .map(
            clock -> {
              Duration target = clock.target().limit();
              boolean breach = concern.kind() == AlertKind.TARGET_BREACHED;
              return clock.from().at().plus(breach ? target : CaseClocks.warning(target));
            });
  }

  static Optional<Clock> findClock(Incident incident, Concern concern) {
    String subject = concern.subject();
    return incident.cases().stream()
        .flatMap(
            c ->
                CaseClocks.running(CaseReading.of(incident, c)).stream()
                    .filter(k -> CaseConcerns.subject(c.patientId(), k.name()).equals(subject)))
        .findFirst();
  }

  /** The patient that the subject of a target's alert names. */
  static PatientId patient(String subject) {
    return new PatientId(subject.substring(0, subject.indexOf('/')));
  }

  /** The interval that it names. */
  static String interval(String subject) {
    return subject.substring(subject.indexOf('/') + 1);
  }
}
