package io.dispatch120.dispatch.report;

import static io.dispatch120.dispatch.api.CaseMilestone.BLOOD_DRAWN;
import static io.dispatch120.dispatch.api.CaseMilestone.CATH_LAB_ACTIVATED;
import static io.dispatch120.dispatch.api.CaseMilestone.CATH_LAB_READY;
import static io.dispatch120.dispatch.api.CaseMilestone.ECG_DIAGNOSIS;
import static io.dispatch120.dispatch.api.CaseMilestone.FIRST_ECG;
import static io.dispatch120.dispatch.api.CaseMilestone.FIRST_MEDICAL_CONTACT;
import static io.dispatch120.dispatch.api.CaseMilestone.THROMBOLYSIS_START;
import static io.dispatch120.dispatch.api.CaseMilestone.TROPONIN_RESULT;
import static io.dispatch120.dispatch.api.CaseMilestone.WIRE_CROSSING;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.chestpain.Bypass;
import io.dispatch120.dispatch.chestpain.CaseTime;
import io.dispatch120.dispatch.chestpain.Ecg;
import io.dispatch120.dispatch.chestpain.Visit;
import io.dispatch120.dispatch.hospital.Escalation.Answer;
import io.dispatch120.dispatch.hospital.PreAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are asked of a case, and what it says to each. A figure is asked only of a case
 * that it can be true of: door-to-wire of a STEMI with primary PCI, door-in-door-out of a STEMI
 * that goes on to a second hospital. Nothing is guessed: a step that nobody recorded is missing.
 */
final class Measures {
  private static final String ARRIVAL = "arrival";

  private Measures() {}

  /** Of one case, every figure, in order. */
  static Map<Figure, Measure> of(CaseFile file) {
    Map<Figure, Measure> all = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      all.put(figure, of(figure, file));
    }
    return all;
  }

  private static Measure of(Figure figure, CaseFile file) {
    boolean transfer = file.facts().transfer();
    return switch (figure) {
      case FIRST_MEDICAL_CONTACT_TO_FIRST_ECG ->
          steps(figure, file, FIRST_MEDICAL_CONTACT, FIRST_ECG);
      case FIRST_ECG_TO_ECG_DIAGNOSIS -> steps(figure, file, FIRST_ECG, ECG_DIAGNOSIS);
      case ECG_TRANSMITTED_FROM_AMBULANCE -> file.byAmbulance() ? transmitted(file) : Measure.NONE;
      case BLOOD_DRAWN_TO_TROPONIN_RESULT ->
          file.time(BLOOD_DRAWN) == null && file.time(TROPONIN_RESULT) == null
              ? Measure.NONE
              : steps(figure, file, BLOOD_DRAWN, TROPONIN_RESULT);
      case PRE_ALERT_ANSWERED -> answered(file);
      case ARRIVAL_TO_DEPARTURE ->
          file.facts().stemi() && transfer ? doorInDoorOut(file) : Measure.NONE;
      case CATH_LAB_ACTIVATED_TO_CATH_LAB_READY ->
          file.primaryPci()
              ? steps(figure, file, CATH_LAB_ACTIVATED, CATH_LAB_READY)
              : Measure.NONE;
      case ARRIVAL_TO_WIRE_CROSSING -> file.primaryPci() ? doorToWire(file) : Measure.NONE;
      case FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING ->
          file.primaryPci() && !transfer
              ? steps(figure, file, FIRST_MEDICAL_CONTACT, WIRE_CROSSING)
              : Measure.NONE;
      case FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING_WITH_TRANSFER ->
          file.primaryPci() && transfer
              ? steps(figure, file, FIRST_MEDICAL_CONTACT, WIRE_CROSSING)
              : Measure.NONE;
      case BYPASS_EMERGENCY_DEPARTMENT -> bypass(file, Bypass::emergencyDepartment);
      case BYPASS_CORONARY_CARE_UNIT -> bypass(file, Bypass::coronaryCareUnit);
      case ECG_DIAGNOSIS_TO_THROMBOLYSIS_START ->
          file.thrombolysis()
              ? steps(figure, file, ECG_DIAGNOSIS, THROMBOLYSIS_START)
              : Measure.NONE;
      case FIRST_MEDICAL_CONTACT_TO_THROMBOLYSIS_START ->
          file.thrombolysis()
              ? steps(figure, file, FIRST_MEDICAL_CONTACT, THROMBOLYSIS_START)
              : Measure.NONE;
      case ARRIVAL_TO_THROMBOLYSIS_START -> file.thrombolysis() ? doorToNeedle(file) : Measure.NONE;
    };
  }

  private static Measure steps(Figure figure, CaseFile file, CaseMilestone from, CaseMilestone to) {
    return Measure.between(
        from.code(), file.time(from), to.code(), file.time(to), target(figure, file));
  }

  private static Duration target(Figure figure, CaseFile file) {
    return Objects.requireNonNull(figure.target(file.of().targets()), figure.code()).limit();
  }

  /** Only what a crew sent counts, whole, and not withdrawn. */
  private static Measure transmitted(CaseFile file) {
    return file.of().ecgs().stream()
        .filter(e -> !e.withdrawn() && e.source() == MilestoneSource.CREW)
        .findFirst()
        .map(Ecg::seq)
        .<Measure>map(seq -> new Measure.Whether(true, seq))
        .orElseGet(() -> new Measure.Whether(false, 0));
  }

  /**
   * The first warning that a hospital had to answer. One that was called off while somebody still
   * had time to answer asks nobody anything.
   */
  private static Measure answered(CaseFile file) {
    Optional<PreAlert> first =
        file.incident().listPreAlerts(file.of().patientId()).stream()
            .filter(p -> p.kind() == PreAlertKind.CHEST_PAIN)
            .filter(p -> p.cancellable() || p.findAnswer().isPresent() || p.askedInVain())
            .findFirst();
    if (first.isEmpty()) {
      return Measure.NONE;
    }
    PreAlert sent = first.get();
    CaseTime begin = told(sent.sentAt(), sent.sentSeq(), MilestoneSource.SYSTEM);
    CaseTime end = sent.findAnswer().map(Measures::given).orElse(null);
    return Measure.between(
        CaseMilestone.PRE_ALERT.code(),
        begin,
        "pre_alert_answer",
        end,
        target(Figure.PRE_ALERT_ANSWERED, file));
  }

  private static CaseTime given(Answer answer) {
    return told(answer.at(), answer.seq(), answer.source());
  }

  private static CaseTime told(Instant at, long seq, MilestoneSource source) {
    return new CaseTime(at, at, source, null, false, false, seq);
  }

  private static Measure doorInDoorOut(CaseFile file) {
    Visit first = file.first();
    return Measure.between(
        ARRIVAL,
        first == null ? null : first.arrival(),
        "departure",
        first == null ? null : first.departure(),
        target(Figure.ARRIVAL_TO_DEPARTURE, file));
  }

  private static Measure doorToWire(CaseFile file) {
    return Measure.between(
        ARRIVAL,
        file.facts().findPciVisit().map(Visit::arrival).orElse(null),
        WIRE_CROSSING.code(),
        file.time(WIRE_CROSSING),
        target(Figure.ARRIVAL_TO_WIRE_CROSSING, file));
  }

  /** Not asked when the needle was given before any door: that is as it should be. */
  private static Measure doorToNeedle(CaseFile file) {
    @Nullable Visit first = file.first();
    CaseTime arrival = first == null ? null : first.arrival();
    CaseTime needle = file.time(THROMBOLYSIS_START);
    boolean onTheWay = needle != null && (arrival == null || needle.at().isBefore(arrival.at()));
    return onTheWay
        ? Measure.NONE
        : Measure.between(
            ARRIVAL,
            arrival,
            THROMBOLYSIS_START.code(),
            needle,
            target(Figure.ARRIVAL_TO_THROMBOLYSIS_START, file));
  }

  private static Measure bypass(CaseFile file, Function<Bypass, Boolean> which) {
    if (!file.primaryPci()) {
      return Measure.NONE;
    }
    Bypass bypass = file.of().bypass();
    return bypass == null
        ? new Measure.Missing(List.of("bypass"))
        : new Measure.Whether(which.apply(bypass), bypass.seq());
  }
}
