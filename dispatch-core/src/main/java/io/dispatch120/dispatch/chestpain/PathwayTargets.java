package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The targets of the chest-pain pathway with where they come from: defaults that a centre may
 * replace, each by its name.
 */
public enum PathwayTargets {
  FIRST_MEDICAL_CONTACT_TO_FIRST_ECG(
      10, "China Chest Pain Center standard; ACC/AHA 2025: first ECG within 10 min"),
  FIRST_ECG_TO_ECG_DIAGNOSIS(10, "China Chest Pain Center standard"),
  BLOOD_DRAWN_TO_TROPONIN_RESULT(20, "China Chest Pain Center standard"),
  ECG_DIAGNOSIS_TO_THROMBOLYSIS_START(10, "ESC 2023: bolus within 10 min of diagnosis"),
  FIRST_MEDICAL_CONTACT_TO_THROMBOLYSIS_START(30, "to verify with the center"),
  FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING(90, "ACC/AHA 2025: 90 min to a PCI hospital"),
  FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING_WITH_TRANSFER(
      120, "ACC/AHA 2025: 120 min with a transfer"),
  /** From the first telling to the first answer, yes or no: a figure of the report. */
  PRE_ALERT_ANSWERED(1, "to verify with the center"),
  /** Door-in-door-out. */
  ARRIVAL_TO_DEPARTURE(30, "ESC 2023: leave the first hospital within 30 min"),
  /** Door-to-wire (入门-导丝通过). */
  ARRIVAL_TO_WIRE_CROSSING(90, "China Chest Pain Center standard"),
  /** Door-to-needle: a figure of the report. */
  ARRIVAL_TO_THROMBOLYSIS_START(30, "China Chest Pain Center standard; to verify with the center"),
  CATH_LAB_ACTIVATED_TO_CATH_LAB_READY(30, "China Chest Pain Center standard");

  private final Target target;

  PathwayTargets(long minutes, String source) {
    this.target = new Target(Duration.ofMinutes(minutes), source);
  }

  /** As configuration names it, like {@code first_medical_contact_to_first_ecg}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The centre's own figure, or the default. */
  public Target in(Map<String, Target> own) {
    return own.getOrDefault(code(), target);
  }
}
