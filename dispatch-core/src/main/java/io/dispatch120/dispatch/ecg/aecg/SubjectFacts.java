package io.dispatch120.dispatch.ecg.aecg;

import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.ecg.wave.EcgDraft;
import io.dispatch120.dispatch.ecg.wave.EcgSubject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the file says about the patient, as it is met. */
final class SubjectFacts {
  /** LOINC: reported age. */
  private static final String AGE_CODE = "21612-7";

  private @Nullable Sex sex;
  private @Nullable Integer ageYears;
  private @Nullable LocalDate birthDate;
  private @Nullable String id;
  private @Nullable String name;
  private boolean unreadable;
  private String observation = "";

  void sex(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return;
    }
    sex =
        switch (code.strip()) {
          case "M", "m", "Male", "MALE" -> Sex.MALE;
          case "F", "f", "Female", "FEMALE" -> Sex.FEMALE;
          default -> Sex.UNKNOWN;
        };
  }

  void birthTime(@Nullable String value) {
    if (value != null && !value.isBlank()) {
      birthDate = Hl7Time.findDate(value.strip());
      unreadable |= birthDate == null;
    }
  }

  void id(@Nullable String extension) {
    id = extension == null || extension.isBlank() ? null : extension.strip();
  }

  void name(String text) {
    name = text.isBlank() ? null : text.strip();
  }

  void observation(@Nullable String code) {
    observation = code == null ? "" : code;
  }

  void observed(@Nullable String value, @Nullable String unit) {
    if (!observation.equals(AGE_CODE) || value == null || value.isBlank()) {
      return;
    }
    try {
      double years = Double.parseDouble(value.strip()) * yearsIn(unit);
      if (years >= 0 && EcgSubject.plausible((int) years)) {
        ageYears = (int) years;
        return;
      }
    } catch (NumberFormatException e) {
      unreadable = true;
    }
    unreadable = true;
  }

  private static double yearsIn(@Nullable String unit) {
    return switch (unit == null ? "a" : unit) {
      case "mo" -> 1.0 / 12;
      case "wk" -> 7 / 365.25;
      case "d" -> 1 / 365.25;
      case "h" -> 1 / 8766.0;
      default -> 1;
    };
  }

  void putInto(EcgDraft draft) {
    if (unreadable) {
      draft.warn(
          EcgWarningCode.FACTS_UNREADABLE, "The age or birth date in the file cannot be read.");
    }
    draft.subject(new EcgSubject(sex, ageYears, birthDate, Personal.of(id), Personal.of(name)));
  }
}
