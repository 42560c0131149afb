package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.chestpain.DestinationOption.Reason;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Candidate;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Condition;
import io.dispatch120.dispatch.chestpain.Ranked.Availability;
import io.dispatch120.dispatch.chestpain.Ranked.Preference;
import io.dispatch120.dispatch.hospital.ServiceName;
import io.dispatch120.geo.api.OpeningHours.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Straight to a hospital that can do what is needed: aortic surgery in suspected dissection, the
 * stroke unit, and all else that knows no choice of treatment. There is no target for the way.
 */
final class DirectOptions {
  private final DestinationQuestion question;
  private final @Nullable String service;
  private final AdviceSums sums;

  /**
   * @param service what the hospital has to have; null when any will do
   */
  DirectOptions(DestinationQuestion question, @Nullable String service) {
    this.question = question;
    this.service = service;
    this.sums = new AdviceSums(question);
  }

  List<Ranked> all() {
    return question.hospitals().stream().map(this::option).toList();
  }

  private Ranked option(Candidate hospital) {
    Availability availability =
        service == null ? Availability.SURE : AdviceSums.availability(hospital.stateOf(service));
    Double travel = hospital.travelSeconds();
    return new Ranked(
        availability,
        Preference.PCI_IN_TIME,
        travel == null ? null : travel + sums.handicap(hospital),
        new DestinationOption(
            hospital.id(),
            Strategy.DIRECT,
            null,
            travel,
            null,
            sums.fromContact(travel),
            sums.at(travel),
            null,
            availability == Availability.SURE && travel != null,
            reasons(hospital)));
  }

  private List<Reason> reasons(Candidate hospital) {
    List<Reason> reasons = new ArrayList<>();
    Condition patient = question.condition();
    if (ServiceName.AORTIC_SURGERY.equals(service)) {
      reasons.add(Reason.of("dissection"));
    } else if (patient.shockOrArrest() && acuteCoronary(patient.diagnosis())) {
      reasons.add(Reason.of("immediate_invasive"));
    }
    if (service == null) {
      reasons.add(Reason.of("any_hospital"));
    } else if (hospital.stateOf(service) == State.OPEN) {
      reasons.add(Reason.of("capability_open", "capability", service));
    } else {
      AdviceSums.addService(reasons, hospital, service);
    }
    reasons.addAll(sums.common(hospital));
    return reasons;
  }

  private static boolean acuteCoronary(@Nullable Diagnosis diagnosis) {
    return diagnosis == Diagnosis.NSTEMI || diagnosis == Diagnosis.UNSTABLE_ANGINA;
  }
}
