package io.dispatch120.dispatch.ecg.wave;

import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Sex;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Whose ECG it is, as far as the file says. Devices are often used without entering anything. */
public record EcgSubject(
    @Nullable Sex sex,
    @Nullable Integer ageYears,
    @Nullable LocalDate birthDate,
    @Nullable Personal id,
    @Nullable Personal name) {
  public static final EcgSubject UNKNOWN = new EcgSubject(null, null, null, null, null);

  /** The oldest people live for some 120 years. */
  private static final int OLDEST = 130;

  /**
   * The age as entered, else from the birth date on that day.
   *
   * @return null when neither is there, or it is no age
   */
  public @Nullable Integer ageOn(@Nullable LocalDate day) {
    if (ageYears != null) {
      return ageYears;
    }
    if (birthDate == null || day == null) {
      return null;
    }
    int years = Period.between(birthDate, day).getYears();
    return years >= 0 && !birthDate.isAfter(day) && plausible(years) ? years : null;
  }

  /** Whether somebody can be that old. */
  public static boolean plausible(int years) {
    return years >= 0 && years <= OLDEST;
  }
}
