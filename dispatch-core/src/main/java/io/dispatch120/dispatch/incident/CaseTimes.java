package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.assignment.DeviceClock;
import io.dispatch120.dispatch.assignment.DeviceClock.Corrected;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which times a step of a chest-pain case may have. */
final class CaseTimes {

  /** Patients wait for days before they call. */
  private static final Duration ONSET = Duration.ofDays(30);

  /** Times may precede the call: a village clinic has seen the patient before it phoned. */
  private static final Duration BEFORE_CALL = Duration.ofHours(24);

  private CaseTimes() {}

  /** The time that somebody says, else the device's, else now; empty when it cannot be. */
  static Optional<Corrected> of(
      Incident incident,
      CaseMilestone milestone,
      @Nullable Instant at,
      @Nullable Instant deviceAt,
      @Nullable Instant sentAt,
      Moment moment) {
    if (at != null) {
      return told(incident, milestone, at, moment);
    }
    return deviceAt == null
        ? Optional.of(new Corrected(moment.now(), false))
        : DeviceClock.correct(deviceAt, sentAt, earliest(incident, milestone), moment.now());
  }

  static Optional<Corrected> told(
      Incident incident, CaseMilestone milestone, Instant at, Moment moment) {
    if (at.isBefore(earliest(incident, milestone))
        || at.isAfter(moment.now().plus(MilestoneDecisions.AHEAD))) {
      return Optional.empty();
    }
    return Optional.of(new Corrected(at.isAfter(moment.now()) ? moment.now() : at, false));
  }

  private static Instant earliest(Incident incident, CaseMilestone milestone) {
    Duration before = milestone == CaseMilestone.SYMPTOM_ONSET ? ONSET : BEFORE_CALL;
    return MilestoneDecisions.earliest(incident).minus(before);
  }

  static Decision refused(CaseMilestone milestone) {
    return Decision.refused(
        RefusalCode.INVALID_VALUE,
        milestone == CaseMilestone.SYMPTOM_ONSET
            ? "the onset is within 30 days before the call and now"
            : milestone.code() + " is within a day before the call and now");
  }
}
