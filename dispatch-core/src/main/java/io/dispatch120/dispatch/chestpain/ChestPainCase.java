package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.ChecklistAnswers;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.api.Troponin;
import io.dispatch120.dispatch.api.Vitals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pathway record of one patient (胸痛病例), as people reported it. What follows from assignments
 * and pre-alerts is not stored here but read from them. Immutable; events fold it.
 *
 * @param targets of the centre when it was opened, where they differ from the defaults
 * @param visits as reported; arrivals that a crew tapped are the assignment's
 * @param diagnosis the latest one
 * @param strategy of the last pre-alert; null until a hospital was told
 * @param concludedAt nothing more is expected to happen; corrections are still taken
 */
public record ChestPainCase(
    PatientId patientId,
    Instant openedAt,
    long openedSeq,
    Map<String, Target> targets,
    Map<CaseMilestone, CaseTime> milestones,
    List<Visit> visits,
    @Nullable Diagnosed diagnosis,
    @Nullable Strategy strategy,
    List<Ecg> ecgs,
    List<Vitals> vitals,
    List<Troponin> troponins,
    @Nullable ChecklistAnswers checklist,
    @Nullable Bypass bypass,
    @Nullable Instant concludedAt) {

  public ChestPainCase {
    targets = Map.copyOf(targets);
    milestones =
        milestones.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(milestones));
    visits = List.copyOf(visits);
    ecgs = List.copyOf(ecgs);
    vitals = List.copyOf(vitals);
    troponins = List.copyOf(troponins);
  }

  public static ChestPainCase open(
      PatientId patient, Map<String, Target> targets, Instant at, long seq) {
    return new ChestPainCase(
        patient, at, seq, targets, Map.of(), List.of(), null, null, List.of(), List.of(), List.of(),
        null, null, null);
  }

  public boolean concluded() {
    return concludedAt != null;
  }

  /** A STEMI whose treatment nobody has called off. */
  public boolean stemi() {
    return diagnosis != null
        && diagnosis.diagnosis() == Diagnosis.STEMI
        && !milestones.containsKey(CaseMilestone.ACTIVATION_CANCELLED);
  }

  public Optional<CaseTime> findTime(CaseMilestone milestone) {
    return Optional.ofNullable(milestones.get(milestone));
  }

  public Optional<Ecg> findEcg(EcgId wanted) {
    return ecgs.stream().filter(e -> e.file().id().equals(wanted)).findFirst();
  }

  public Optional<Vitals> findLatestVitals() {
    return vitals.isEmpty() ? Optional.empty() : Optional.of(vitals.get(vitals.size() - 1));
  }

  public ChestPainCase with(CaseMilestone milestone, CaseTime time) {
    Map<CaseMilestone, CaseTime> all = new EnumMap<>(CaseMilestone.class);
    all.putAll(milestones);
    all.put(milestone, time);
    return copy(c -> c.milestones = all);
  }

  /** The same, with the step where it has not been reported yet. */
  public ChestPainCase withFirst(CaseMilestone milestone, CaseTime time) {
    return milestones.containsKey(milestone) ? this : with(milestone, time);
  }

  public ChestPainCase without(CaseMilestone milestone) {
    Map<CaseMilestone, CaseTime> all = new EnumMap<>(CaseMilestone.class);
    all.putAll(milestones);
    all.remove(milestone);
    return copy(c -> c.milestones = all);
  }

  /** One hospital's visit as newly reported: what is null stays as it was. */
  public ChestPainCase withVisit(
      HospitalId hospital, @Nullable CaseTime arrival, @Nullable CaseTime departure) {
    List<Visit> all = new ArrayList<>();
    boolean known = false;
    for (Visit visit : visits) {
      if (visit.hospitalId().equals(hospital)) {
        known = true;
        all.add(
            new Visit(
                hospital,
                arrival == null ? visit.arrival() : arrival,
                departure == null ? visit.departure() : departure));
      } else {
        all.add(visit);
      }
    }
    if (!known) {
      all.add(new Visit(hospital, arrival, departure));
    }
    return copy(c -> c.visits = all);
  }

  public ChestPainCase with(Diagnosed newDiagnosis) {
    return copy(c -> c.diagnosis = newDiagnosis);
  }

  public ChestPainCase with(@Nullable Strategy newStrategy) {
    return copy(c -> c.strategy = newStrategy);
  }

  public ChestPainCase with(Ecg ecg) {
    return copy(c -> c.ecgs = plus(ecgs, ecg));
  }

  public ChestPainCase withoutEcg(EcgId wanted) {
    return copy(
        c ->
            c.ecgs =
                ecgs.stream()
                    .map(e -> e.file().id().equals(wanted) ? e.withdrawnNow() : e)
                    .toList());
  }

  public ChestPainCase with(Vitals measured) {
    return copy(c -> c.vitals = plus(vitals, measured));
  }

  public ChestPainCase with(Troponin result) {
    return copy(c -> c.troponins = plus(troponins, result));
  }

  public ChestPainCase with(ChecklistAnswers answers) {
    return copy(c -> c.checklist = answers);
  }

  public ChestPainCase with(Bypass newBypass) {
    return copy(c -> c.bypass = newBypass);
  }

  public ChestPainCase concludedAt(@Nullable Instant at) {
    return copy(c -> c.concludedAt = at);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    List<T> all = new ArrayList<>(list);
    all.add(one);
    return all;
  }

  private ChestPainCase copy(Consumer<CaseCopy> change) {
    CaseCopy copy = new CaseCopy(this);
    change.accept(copy);
    return copy.build();
  }
}
