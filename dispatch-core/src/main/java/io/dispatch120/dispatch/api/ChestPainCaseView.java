package io.dispatch120.dispatch.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pathway record of one patient as clients see it.
 *
 * @param milestones by code; what is derived from assignments and pre-alerts is among them
 * @param breaches names of the intervals that missed their target
 * @param problems what does not fit together, such as a step before the one it follows
 * @param destinationNeeded a STEMI that no hospital has been told of
 * @param advice null in frames: it depends on the roads of the moment, and is asked for
 * @param seq the last journal entry of its incident folded in
 */
public record ChestPainCaseView(
    PatientId patientId,
    IncidentId incidentId,
    Instant openedAt,
    Map<String, CaseMilestoneView> milestones,
    List<VisitView> visits,
    @Nullable Diagnosis diagnosis,
    @Nullable Instant diagnosedAt,
    @Nullable String diagnosedBy,
    @Nullable Strategy strategy,
    List<IntervalView> intervals,
    List<String> breaches,
    List<ProblemView> problems,
    List<EcgView> ecgs,
    List<Vitals> vitals,
    List<Troponin> troponins,
    @Nullable ChecklistAnswers checklist,
    @Nullable BypassView bypass,
    boolean destinationNeeded,
    List<EscalationView> escalations,
    List<PreAlertView> preAlerts,
    @Nullable Instant concludedAt,
    @Nullable AdviceView advice,
    long seq) {

  /** The same case with advice. */
  public ChestPainCaseView with(AdviceView newAdvice) {
    return with(preAlerts, escalations, newAdvice);
  }

  /** The same case with other pre-alerts, and the levels of these. */
  public ChestPainCaseView withPreAlerts(List<PreAlertView> newPreAlerts) {
    return with(
        newPreAlerts,
        newPreAlerts.stream().flatMap(p -> p.escalations().stream()).toList(),
        advice);
  }

  private ChestPainCaseView with(
      List<PreAlertView> newPreAlerts,
      List<EscalationView> newEscalations,
      @Nullable AdviceView newAdvice) {
    return new ChestPainCaseView(
        patientId,
        incidentId,
        openedAt,
        milestones,
        visits,
        diagnosis,
        diagnosedAt,
        diagnosedBy,
        strategy,
        intervals,
        breaches,
        problems,
        ecgs,
        vitals,
        troponins,
        checklist,
        bypass,
        destinationNeeded,
        newEscalations,
        newPreAlerts,
        concludedAt,
        newAdvice,
        seq);
  }

  /**
   * @param seq journal entry that says so
   * @param corrected by a later entry than the first
   */
  public record CaseMilestoneView(
      Instant at,
      Instant recordedAt,
      MilestoneSource source,
      @Nullable Instant deviceAt,
      boolean clockSuspect,
      boolean corrected,
      long seq) {}

  public record VisitView(
      HospitalId hospitalId, @Nullable Instant arrival, @Nullable Instant departure) {}

  /**
   * @param name like {@code first_medical_contact_to_first_ecg}
   * @param seconds from {@code from} to {@code to}; null while it runs or when it is incomplete
   * @param source of the target
   */
  public record IntervalView(
      String name,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long seconds,
      long targetSeconds,
      IntervalState state,
      String source) {}

  /** How an interval stands against its target. */
  public enum IntervalState {
    RUNNING,
    MET,
    /** Runs, and four fifths of the target have passed. */
    WARNING,
    /** Has passed its target, running or ended. */
    BREACHED,
    /** One of its ends is missing and will not come, or they are in the wrong order. */
    INCOMPLETE
  }

  /**
   * @param code such as {@code out_of_order}
   * @param milestones concerned, by code
   */
  public record ProblemView(String code, List<String> milestones) {}

  /**
   * @param complete false while only {@code receivedBytes} of it have come
   */
  public record EcgView(
      EcgId id,
      String format,
      String contentType,
      @Nullable Personal fileName,
      String sha256,
      long sizeBytes,
      long receivedBytes,
      Instant receivedAt,
      @Nullable Instant recordedAt,
      boolean complete,
      List<String> warnings) {}

  public record BypassView(
      boolean emergencyDepartment, boolean coronaryCareUnit, Instant recordedAt) {}
}
