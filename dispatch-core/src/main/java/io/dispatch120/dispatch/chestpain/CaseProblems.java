package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.CaseMilestone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What does not fit together in the times of a case: reported, never repaired. Steps come in any
 * order, and only a person can say which of two times is wrong.
 */
public final class CaseProblems {

  /** Steps of which the first can not be after the second. */
  private static final List<Map.Entry<CaseMilestone, CaseMilestone>> ORDER =
      List.of(
          Map.entry(CaseMilestone.SYMPTOM_ONSET, CaseMilestone.FIRST_MEDICAL_CONTACT),
          Map.entry(CaseMilestone.FIRST_ECG, CaseMilestone.ECG_TRANSMITTED),
          Map.entry(CaseMilestone.FIRST_ECG, CaseMilestone.ECG_DIAGNOSIS),
          Map.entry(CaseMilestone.PRE_ALERT, CaseMilestone.PRE_ALERT_ACCEPTED),
          Map.entry(CaseMilestone.CATH_LAB_ACTIVATED, CaseMilestone.CATH_LAB_READY),
          Map.entry(CaseMilestone.CATH_LAB_ARRIVAL, CaseMilestone.PUNCTURE),
          Map.entry(CaseMilestone.PUNCTURE, CaseMilestone.WIRE_CROSSING),
          Map.entry(CaseMilestone.BLOOD_DRAWN, CaseMilestone.TROPONIN_RESULT),
          Map.entry(CaseMilestone.THROMBOLYSIS_START, CaseMilestone.THROMBOLYSIS_END),
          Map.entry(CaseMilestone.THROMBOLYSIS_START, CaseMilestone.REPERFUSION_ASSESSMENT));

  private CaseProblems() {}

  /**
   * @param code {@code out_of_order} (the first is after the second) or {@code
   *     departure_before_arrival}
   */
  public record Problem(String code, List<CaseMilestone> milestones) {
    public Problem {
      milestones = List.copyOf(milestones);
    }
  }

  public static List<Problem> of(CaseFacts facts) {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<CaseMilestone, CaseMilestone> pair : ORDER) {
      CaseTime first = facts.times().get(pair.getKey());
      CaseTime second = facts.times().get(pair.getValue());
      if (first != null && second != null && second.at().isBefore(first.at())) {
        problems.add(new Problem("out_of_order", List.of(pair.getKey(), pair.getValue())));
      }
    }
    for (Visit visit : facts.visits()) {
      CaseTime arrival = visit.arrival();
      CaseTime departure = visit.departure();
      if (arrival != null && departure != null && departure.at().isBefore(arrival.at())) {
        problems.add(new Problem("departure_before_arrival", List.of()));
      }
    }
    return problems;
  }
}
