package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Candidate;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Condition;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Notice;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.TransferTimes;
import io.dispatch120.geo.api.OpeningHours.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Patients and hospitals of the tests of destination advice; times in minutes. */
final class Patients {
  static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");

  private Patients() {}

  /** Pain for two hours, first medical contact {@code spent} minutes ago, nothing forbidden. */
  static Condition stemi(long spent) {
    return stemi(spent, Contraindications.NONE);
  }

  static Condition stemi(long spent, Contraindications contraindications) {
    return new Condition(
        PreAlertKind.CHEST_PAIN,
        Diagnosis.STEMI,
        false,
        false,
        contraindications,
        NOW.minus(Duration.ofHours(2)),
        NOW.minus(Duration.ofMinutes(spent)),
        null);
  }

  static Condition diagnosed(@Nullable Diagnosis diagnosis) {
    return new Condition(
        PreAlertKind.CHEST_PAIN,
        diagnosis,
        false,
        false,
        Contraindications.NONE,
        NOW.minus(Duration.ofHours(2)),
        NOW,
        null);
  }

  static Condition withShock(Condition c) {
    return new Condition(
        c.kind(),
        c.diagnosis(),
        c.suspectedDissection(),
        true,
        c.contraindications(),
        c.onset(),
        c.firstMedicalContact(),
        c.diagnosedAt());
  }

  static Condition withDissection(Condition c) {
    return new Condition(
        c.kind(),
        c.diagnosis(),
        true,
        c.shockOrArrest(),
        c.contraindications(),
        c.onset(),
        c.firstMedicalContact(),
        c.diagnosedAt());
  }

  static Condition withOnset(Condition c, @Nullable Instant onset) {
    return new Condition(
        c.kind(),
        c.diagnosis(),
        c.suspectedDissection(),
        c.shockOrArrest(),
        c.contraindications(),
        onset,
        c.firstMedicalContact(),
        c.diagnosedAt());
  }

  /** With these services at all hours; a name that ends in ? has unknown hours, in ! is closed. */
  static Candidate hospital(
      String id, @Nullable Integer travel, @Nullable Integer median, String... services) {
    Map<String, State> states = new HashMap<>();
    for (String service : services) {
      String name = service.replaceAll("[?!]$", "");
      states.put(
          name,
          service.endsWith("?")
              ? State.UNKNOWN
              : service.endsWith("!") ? State.CLOSED : State.OPEN);
    }
    return new Candidate(
        new HospitalId(id), states, travel == null ? null : travel * 60.0, median, null, true);
  }

  static Candidate limited(Candidate hospital) {
    return new Candidate(
        hospital.id(),
        hospital.services(),
        hospital.travelSeconds(),
        hospital.medianArrivalToWireMinutes(),
        new Notice("导管室检修", NOW.plus(Duration.ofHours(1))),
        hospital.reachableContacts());
  }

  static List<DestinationOption> advice(Condition patient, Candidate... hospitals) {
    return advice(patient, (from, to) -> OptionalDouble.of(40 * 60.0), hospitals);
  }

  static List<DestinationOption> advice(
      Condition patient, TransferTimes transfers, Candidate... hospitals) {
    return DestinationAdvice.of(
        new DestinationQuestion(patient, NOW, List.of(hospitals), transfers, Map.of()));
  }
}
