package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.geo.api.OpeningHours.State;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where to take one patient, and all that is known about it at {@code now}.
 *
 * @param hospitals in any order, each once
 * @param transfers ways between hospitals
 * @param targets the centre's own figures by name, over {@link PathwayTargets} and {@link
 *     AdviceFigure}
 */
public record DestinationQuestion(
    Condition condition,
    Instant now,
    List<Candidate> hospitals,
    TransferTimes transfers,
    Map<String, Target> targets) {

  public DestinationQuestion {
    hospitals = List.copyOf(hospitals);
    targets = Map.copyOf(targets);
    Set<HospitalId> seen = new HashSet<>();
    for (Candidate hospital : hospitals) {
      if (!seen.add(hospital.id())) {
        throw new IllegalArgumentException("hospital " + hospital.id() + " is named twice");
      }
    }
  }

  /**
   * The patient.
   *
   * @param diagnosis null while there is none
   * @param suspectedDissection of the aorta, whatever else is diagnosed
   * @param shockOrArrest systolic pressure below 90 mmHg, or an arrest
   * @param onset null when nobody knows
   * @param firstMedicalContact null before it
   * @param diagnosedAt null while there is no diagnosis
   */
  public record Condition(
      PreAlertKind kind,
      @Nullable Diagnosis diagnosis,
      boolean suspectedDissection,
      boolean shockOrArrest,
      Contraindications contraindications,
      @Nullable Instant onset,
      @Nullable Instant firstMedicalContact,
      @Nullable Instant diagnosedAt) {

    /** A patient of whom only the kind of the emergency is known. */
    public static Condition of(PreAlertKind kind) {
      return new Condition(
          kind, null, false, false, Contraindications.NOT_ANSWERED, null, null, null);
    }
  }

  /**
   * A hospital.
   *
   * @param services state by name; what is not named it can not do
   * @param travelSeconds from where the patient is; null when that is not known
   * @param medianArrivalToWireMinutes null when it has not said
   * @param notice null when it takes everybody
   * @param reachableContacts somebody there can be told
   */
  public record Candidate(
      HospitalId id,
      Map<String, State> services,
      @Nullable Double travelSeconds,
      @Nullable Integer medianArrivalToWireMinutes,
      @Nullable Notice notice,
      boolean reachableContacts) {
    public Candidate {
      services = Map.copyOf(services);
      if (travelSeconds != null && !(travelSeconds >= 0 && Double.isFinite(travelSeconds))) {
        throw new IllegalArgumentException("travelSeconds of " + id + " is " + travelSeconds);
      }
    }

    /** CLOSED for what it can not do. */
    State stateOf(String service) {
      return services.getOrDefault(service, State.CLOSED);
    }

    boolean has(String service) {
      return services.containsKey(service);
    }
  }

  /** A hospital asks to be spared (接诊受限). */
  public record Notice(String reason, Instant until) {}

  /** Travel times between hospitals. */
  @FunctionalInterface
  public interface TransferTimes {
    TransferTimes UNKNOWN = (from, to) -> OptionalDouble.empty();

    /** Seconds; empty when not known. */
    OptionalDouble seconds(HospitalId from, HospitalId to);
  }
}
