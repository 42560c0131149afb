package io.dispatch120.dispatch.report;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.chestpain.PathwayTargets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures that chest-pain centers are asked for, in the order of the pathway. What each rests
 * on and which cases it is asked of is in {@link Measures} and docs/reports.md.
 */
enum Figure {
  FIRST_MEDICAL_CONTACT_TO_FIRST_ECG(PathwayTargets.FIRST_MEDICAL_CONTACT_TO_FIRST_ECG),
  FIRST_ECG_TO_ECG_DIAGNOSIS(PathwayTargets.FIRST_ECG_TO_ECG_DIAGNOSIS),
  ECG_TRANSMITTED_FROM_AMBULANCE("China Chest Pain Center standard"),
  BLOOD_DRAWN_TO_TROPONIN_RESULT(PathwayTargets.BLOOD_DRAWN_TO_TROPONIN_RESULT),
  PRE_ALERT_ANSWERED(PathwayTargets.PRE_ALERT_ANSWERED),
  ARRIVAL_TO_DEPARTURE(PathwayTargets.ARRIVAL_TO_DEPARTURE),
  CATH_LAB_ACTIVATED_TO_CATH_LAB_READY(PathwayTargets.CATH_LAB_ACTIVATED_TO_CATH_LAB_READY),
  ARRIVAL_TO_WIRE_CROSSING(PathwayTargets.ARRIVAL_TO_WIRE_CROSSING),
  FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING(PathwayTargets.FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING),
  FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING_WITH_TRANSFER(
      PathwayTargets.FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING_WITH_TRANSFER),
  BYPASS_EMERGENCY_DEPARTMENT("China Chest Pain Center standard"),
  BYPASS_CORONARY_CARE_UNIT("China Chest Pain Center standard"),
  ECG_DIAGNOSIS_TO_THROMBOLYSIS_START(PathwayTargets.ECG_DIAGNOSIS_TO_THROMBOLYSIS_START),
  FIRST_MEDICAL_CONTACT_TO_THROMBOLYSIS_START(
      PathwayTargets.FIRST_MEDICAL_CONTACT_TO_THROMBOLYSIS_START),
  ARRIVAL_TO_THROMBOLYSIS_START(PathwayTargets.ARRIVAL_TO_THROMBOLYSIS_START);

  private final @Nullable PathwayTargets pathway;
  private final String source;

  Figure(PathwayTargets pathway) {
    this.pathway = pathway;
    this.source = "";
  }

  Figure(String source) {
    this.pathway = null;
    this.source = source;
  }

  /** As in the report, like {@code arrival_to_wire_crossing}. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What an interval is held against; null where the figure is no interval.
   *
   * @param own targets of the center or of a case, by name
   */
  @Nullable Target target(Map<String, Target> own) {
    return pathway == null ? null : pathway.in(own);
  }

  String source(Map<String, Target> own) {
    Target target = target(own);
    return target == null ? source : target.source();
  }
}
