package io.dispatch120.dispatch.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Vital signs as measured; what was not measured is null.
 *
 * @param systolic and {@code diastolic}: mmHg
 * @param heartRate a minute
 * @param respiratoryRate a minute
 * @param oxygenSaturation percent
 * @param glasgowComaScale 3 to 15
 */
public record Vitals(
    Instant at,
    @Nullable Integer systolic,
    @Nullable Integer diastolic,
    @Nullable Integer heartRate,
    @Nullable Integer respiratoryRate,
    @Nullable Integer oxygenSaturation,
    @Nullable Integer glasgowComaScale) {

  /**
   * Systolic pressure below which a patient counts as in shock, mmHg (ESC 2023: cardiogenic shock).
   */
  public static final int SHOCK_SYSTOLIC = 90;

  public boolean shock() {
    return systolic != null && systolic < SHOCK_SYSTOLIC;
  }
}
