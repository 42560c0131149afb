package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.hospital.ServiceName;
import java.util.List;

/**
 * Compares the hospitals for one patient: {@code of(question)} gives every hospital at least once,
 * best first, with predicted clocks and reasons. People decide. Pure; O(n²) in the hospitals, some
 * microseconds for twenty. The rules are told in docs/destination-advice.md and decision 0028.
 *
 * <p>What is never done, whatever the times: thrombolysis in suspected dissection, against an
 * absolute contra-indication, in shock or arrest, or more than twelve hours after onset. A hospital
 * that surely can do what is needed ranks before one of which that is not known, and that before
 * one that can not; none is left out.
 */
public final class DestinationAdvice {
  private DestinationAdvice() {}

  /** Best first; the same whatever the order of the hospitals in the question. */
  public static List<DestinationOption> of(DestinationQuestion question) {
    return ranked(question).stream().sorted().map(Ranked::option).toList();
  }

  private static List<Ranked> ranked(DestinationQuestion question) {
    DestinationQuestion.Condition patient = question.condition();
    if (patient.kind() != PreAlertKind.CHEST_PAIN) {
      return new DirectOptions(question, ServiceName.of(patient.kind())).all();
    }
    if (patient.suspectedDissection() || patient.diagnosis() == Diagnosis.AORTIC_DISSECTION) {
      return new DirectOptions(question, ServiceName.AORTIC_SURGERY).all();
    }
    if (patient.diagnosis() == Diagnosis.STEMI) {
      return new StemiOptions(question).all();
    }
    return new DirectOptions(
            question, patient.diagnosis() == Diagnosis.NON_CARDIAC ? null : ServiceName.PCI)
        .all();
  }
}
