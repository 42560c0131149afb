package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Strategy;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What clocks are read from: the times of a case, whoever told them.
 *
 * @param visits in order of arrival
 * @param destination where the patient is being taken, or the last hospital told
 * @param stemi diagnosed and not called off
 * @param concluded nothing more is expected
 * @param targets of the centre, where they differ from the defaults
 */
public record CaseFacts(
    Map<CaseMilestone, CaseTime> times,
    List<Visit> visits,
    @Nullable HospitalId destination,
    boolean stemi,
    @Nullable Strategy strategy,
    boolean concluded,
    Map<String, Target> targets) {
  public CaseFacts {
    targets = Map.copyOf(targets);
    times = times.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(times));
    visits = List.copyOf(visits);
  }

  public Optional<CaseTime> findTime(CaseMilestone milestone) {
    return Optional.ofNullable(times.get(milestone));
  }

  public boolean has(CaseMilestone milestone) {
    return times.containsKey(milestone);
  }

  /** Whether the patient has come to the hospital. */
  public boolean arrived(HospitalId hospital) {
    return visits.stream().anyMatch(v -> v.hospitalId().equals(hospital) && v.arrival() != null);
  }

  /** The patient goes, or went, on from a first hospital to a second. */
  public boolean transfer() {
    if (visits.size() != 1) {
      return visits.size() > 1;
    }
    Visit first = visits.get(0);
    return first.departure() != null
        || (destination != null && !destination.equals(first.hospitalId()));
  }

  public boolean thrombolysis() {
    return strategy == Strategy.THROMBOLYSIS_THEN_TRANSFER || has(CaseMilestone.THROMBOLYSIS_START);
  }

  public boolean primaryPci() {
    return !thrombolysis()
        && (strategy == Strategy.PRIMARY_PCI || has(CaseMilestone.WIRE_CROSSING));
  }

  /** The visit in which the vessel is opened: the only one, or the one after a transfer. */
  public Optional<Visit> findPciVisit() {
    if (visits.isEmpty() || (transfer() && visits.size() < 2)) {
      return Optional.empty();
    }
    return Optional.of(visits.get(visits.size() - 1));
  }
}
