package io.dispatch120.dispatch.ecg;

import io.dispatch120.dispatch.api.EcgWarning;
import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.ecg.wave.EcgSubject;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an ECG can be this patient's, and of now. It warns and never refuses: devices keep the
 * facts of the patient before, and callers guess ages.
 */
public final class EcgComparison {
  /** Callers guess ages; three years apart may be the same person. */
  private static final int YEARS_APART = 3;

  private static final Duration LONG_AGO = Duration.ofHours(12);

  /** Clocks of devices and servers are never quite together. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private EcgComparison() {}

  /**
   * What does not fit.
   *
   * @param sex what is known of the patient, or null
   * @param ageYears what is known of the patient, or null
   * @param zone where the device is, for files that name no time zone
   */
  public static List<EcgWarning> compare(
      EcgWaveform waveform,
      @Nullable Sex sex,
      @Nullable Integer ageYears,
      Instant now,
      ZoneId zone) {
    List<EcgWarning> warnings = new ArrayList<>();
    EcgSubject subject = waveform.subject();
    if (known(sex) && known(subject.sex()) && sex != subject.sex()) {
      warnings.add(
          new EcgWarning(
              EcgWarningCode.SEX_DIFFERS,
              "The ECG is of a "
                  + (subject.sex() == Sex.MALE ? "man" : "woman")
                  + ", the patient is not: is it this patient's?"));
    }
    Integer age = subject.ageOn(now.atZone(zone).toLocalDate());
    if (age != null && ageYears != null && Math.abs(age - ageYears) > YEARS_APART) {
      warnings.add(
          new EcgWarning(
              EcgWarningCode.AGE_DIFFERS,
              "The ECG is of somebody of "
                  + age
                  + " years, the patient has "
                  + ageYears
                  + ": is it this patient's?"));
    }
    waveform.recordedAt(zone).ifPresent(at -> time(at, now, warnings));
    return warnings;
  }

  /**
   * Whether nothing in {@code warnings} says that the device's clock, or the ECG, is of another
   * day.
   */
  public static boolean isOfNow(List<EcgWarning> warnings) {
    return warnings.stream()
        .map(EcgWarning::code)
        .noneMatch(
            code ->
                code == EcgWarningCode.RECORDED_LONG_AGO
                    || code == EcgWarningCode.RECORDED_IN_FUTURE);
  }

  private static boolean known(@Nullable Sex sex) {
    return sex != null && sex != Sex.UNKNOWN;
  }

  private static void time(Instant recordedAt, Instant now, List<EcgWarning> warnings) {
    if (recordedAt.isBefore(now.minus(LONG_AGO))) {
      warnings.add(
          new EcgWarning(
              EcgWarningCode.RECORDED_LONG_AGO,
              "The ECG says it was recorded more than 12 hours ago: is it of now?"));
    } else if (recordedAt.isAfter(now.plus(CLOCKS_APART))) {
      warnings.add(
          new EcgWarning(
              EcgWarningCode.RECORDED_IN_FUTURE,
              "The ECG says it was recorded in the future: the device's clock is wrong."));
    }
  }
}
