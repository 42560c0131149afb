package io.dispatch120.dispatch.chestpain;

import static io.dispatch120.dispatch.api.CaseMilestone.BLOOD_DRAWN;
import static io.dispatch120.dispatch.api.CaseMilestone.CATH_LAB_ACTIVATED;
import static io.dispatch120.dispatch.api.CaseMilestone.CATH_LAB_READY;
import static io.dispatch120.dispatch.api.CaseMilestone.ECG_DIAGNOSIS;
import static io.dispatch120.dispatch.api.CaseMilestone.FIRST_ECG;
import static io.dispatch120.dispatch.api.CaseMilestone.FIRST_MEDICAL_CONTACT;
import static io.dispatch120.dispatch.api.CaseMilestone.THROMBOLYSIS_START;
import static io.dispatch120.dispatch.api.CaseMilestone.TROPONIN_RESULT;
import static io.dispatch120.dispatch.api.CaseMilestone.WIRE_CROSSING;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.api.CaseMilestone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks of a case there are. A clock exists from when its first step is known, and only
 * where it applies: those of reperfusion after a STEMI was diagnosed, counted back from the first
 * medical contact, those of transfer for a transfer. Pure; the table of them is in design and in
 * the manual.
 */
public final class CaseClocks {

  /** The part of a target after which somebody is warned. */
  private static final double WARNING = 0.8;

  private CaseClocks() {}

  /**
   * One clock.
   *
   * @param name like {@code first_medical_contact_to_first_ecg}
   * @param to null while it runs, or when its end will never be known
   */
  public record Clock(
      String name, Target target, CaseTime from, @Nullable CaseTime to, boolean concluded) {

    /** Its end can still come. */
    public boolean running() {
      return to == null && !concluded;
    }

    /** How long it took; empty when it is not over, or its end lies before its beginning. */
    public Optional<Duration> length() {
      return to == null || to.at().isBefore(from.at())
          ? Optional.empty()
          : Optional.of(Duration.between(from.at(), to.at()));
    }
  }

  /** When somebody is warned, from the beginning of the clock. */
  public static Duration warning(Duration target) {
    return Duration.ofMillis(Math.round(target.toMillis() * WARNING));
  }

  /** Whether dispatchers are the ones who can hurry this; all else is the hospitals'. */
  public static boolean forDispatchers(String interval) {
    return interval.equals(PathwayTargets.FIRST_MEDICAL_CONTACT_TO_FIRST_ECG.code());
  }

  /** The clocks whose end can still come. */
  public static List<Clock> running(CaseFacts facts) {
    return of(facts).stream().filter(Clock::running).toList();
  }

  /** Every clock of the case, in the order of the pathway. */
  public static List<Clock> of(CaseFacts facts) {
    List<Clock> clocks = new ArrayList<>();
    add(
        clocks,
        facts,
        PathwayTargets.FIRST_MEDICAL_CONTACT_TO_FIRST_ECG,
        FIRST_MEDICAL_CONTACT,
        FIRST_ECG);
    add(clocks, facts, PathwayTargets.FIRST_ECG_TO_ECG_DIAGNOSIS, FIRST_ECG, ECG_DIAGNOSIS);
    add(clocks, facts, PathwayTargets.BLOOD_DRAWN_TO_TROPONIN_RESULT, BLOOD_DRAWN, TROPONIN_RESULT);
    if (facts.stemi()) {
      addReperfusion(clocks, facts);
    }
    return clocks;
  }

  private static void addReperfusion(List<Clock> clocks, CaseFacts facts) {
    if (facts.thrombolysis()) {
      add(
          clocks,
          facts,
          PathwayTargets.ECG_DIAGNOSIS_TO_THROMBOLYSIS_START,
          ECG_DIAGNOSIS,
          THROMBOLYSIS_START);
      add(
          clocks,
          facts,
          PathwayTargets.FIRST_MEDICAL_CONTACT_TO_THROMBOLYSIS_START,
          FIRST_MEDICAL_CONTACT,
          THROMBOLYSIS_START);
    }
    if (facts.transfer()) {
      Visit first = facts.visits().get(0);
      add(clocks, facts, PathwayTargets.ARRIVAL_TO_DEPARTURE, first.arrival(), first.departure());
    }
    if (facts.primaryPci()) {
      addPci(clocks, facts);
    }
  }

  private static void addPci(List<Clock> clocks, CaseFacts facts) {
    CaseTime wire = facts.findTime(WIRE_CROSSING).orElse(null);
    CaseTime contact = facts.findTime(FIRST_MEDICAL_CONTACT).orElse(null);
    if (contact != null) {
      // One interval by name, with the target of its kind.
      clocks.add(
          new Clock(
              PathwayTargets.FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING.code(),
              (facts.transfer()
                      ? PathwayTargets.FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING_WITH_TRANSFER
                      : PathwayTargets.FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING)
                  .in(facts.targets()),
              contact,
              wire,
              facts.concluded()));
    }
    facts
        .findPciVisit()
        .ifPresent(
            visit ->
                add(clocks, facts, PathwayTargets.ARRIVAL_TO_WIRE_CROSSING, visit.arrival(), wire));
    add(
        clocks,
        facts,
        PathwayTargets.CATH_LAB_ACTIVATED_TO_CATH_LAB_READY,
        CATH_LAB_ACTIVATED,
        CATH_LAB_READY);
  }

  private static void add(
      List<Clock> clocks,
      CaseFacts facts,
      PathwayTargets kind,
      CaseMilestone from,
      CaseMilestone to) {
    add(clocks, facts, kind, facts.findTime(from).orElse(null), facts.findTime(to).orElse(null));
  }

  private static void add(
      List<Clock> clocks,
      CaseFacts facts,
      PathwayTargets kind,
      @Nullable CaseTime from,
      @Nullable CaseTime to) {
    if (from != null) {
      clocks.add(new Clock(kind.code(), kind.in(facts.targets()), from, to, facts.concluded()));
    }
  }
}
