package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.chestpain.DestinationOption.Reason;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a patient with STEMI may be given thrombolysis: never in suspected dissection, against an
 * absolute contra-indication, in shock or arrest, or later than the limit after onset. Where
 * something is not known it is shown, not permitted.
 */
record LysisRule(Condition patient, Map<String, Target> targets) {

  /**
   * @param needleAt when it would be given, at the earliest
   */
  boolean allows(Instant needleAt) {
    return against(needleAt).isEmpty();
  }

  /** What forbids it, the gravest first; empty when nothing does. */
  List<Reason> against(Instant needleAt) {
    List<Reason> reasons = new ArrayList<>();
    if (patient.suspectedDissection()) {
      reasons.add(Reason.of("dissection"));
    }
    if (patient.contraindications() == Contraindications.ABSOLUTE) {
      reasons.add(Reason.of("contraindication_absolute"));
    }
    if (patient.shockOrArrest()) {
      reasons.add(Reason.of("shock_or_arrest"));
    }
    Duration limit = AdviceFigure.ONSET_LIMIT.in(targets).limit();
    if (patient.onset() != null && needleAt.isAfter(patient.onset().plus(limit))) {
      reasons.add(Reason.of("onset_too_long_ago", "limitHours", limit.toHours()));
    }
    return reasons;
  }

  /** Everything that has to be known is, and nothing forbids it; may still have to be weighed. */
  boolean permitted() {
    return patient.contraindications() != Contraindications.NOT_ANSWERED && patient.onset() != null;
  }

  /** What a physician has to weigh or somebody has to ask before. */
  List<Reason> toWeigh() {
    List<Reason> reasons = new ArrayList<>();
    if (patient.contraindications() == Contraindications.NOT_ANSWERED) {
      reasons.add(Reason.of("contraindications_unanswered"));
    } else if (patient.contraindications() == Contraindications.RELATIVE) {
      reasons.add(Reason.of("contraindication_relative"));
    }
    if (patient.onset() == null) {
      reasons.add(Reason.of("onset_unknown"));
    }
    return reasons;
  }
}
