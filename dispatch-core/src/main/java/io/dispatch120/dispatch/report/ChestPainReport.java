package io.dispatch120.dispatch.report;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.ChestPainCaseView.ProblemView;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Strategy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of the chest-pain pathway, as clients see it. It names nobody.
 *
 * @param to excluded
 * @param zone in which months begin and end
 * @param months those in which a case was opened, in order
 * @param cases in the order in which they were opened
 */
public record ChestPainReport(
    Instant from,
    Instant to,
    CenterId center,
    String zone,
    List<FigureView> figures,
    List<Month> months,
    List<CaseLine> cases) {

  /** The figures of the cases that were opened in a month. */
  public record Month(String month, List<FigureView> figures) {}

  /**
   * One figure.
   *
   * @param count cases it rests on: those in {@code cases}
   * @param meanSeconds and the two beside it: of an interval with at least one case
   * @param p90Seconds the smallest time that at least nine in ten did not exceed
   * @param withinTarget how many kept the target, or did what is counted
   * @param share {@code withinTarget} of {@code count}; null without a case
   * @param targetSeconds the center's now; each case is held against the one of when it was opened
   * @param missing it is asked of them, but a step was not recorded
   * @param negative left out, because the end lies before the beginning
   */
  public record FigureView(
      String name,
      int count,
      @Nullable Double meanSeconds,
      @Nullable Double medianSeconds,
      @Nullable Double p90Seconds,
      int withinTarget,
      @Nullable Double share,
      @Nullable Long targetSeconds,
      String source,
      List<PatientId> cases,
      List<PatientId> missing,
      List<PatientId> negative) {}

  /**
   * One case.
   *
   * @param bypass null when it was not recorded
   * @param missing steps that a figure asks for and nobody recorded
   */
  public record CaseLine(
      PatientId patientId,
      IncidentId incidentId,
      String incidentNumber,
      Instant openedAt,
      @Nullable Diagnosis diagnosis,
      @Nullable Strategy strategy,
      boolean transfer,
      Map<String, Step> milestones,
      List<VisitLine> visits,
      List<IntervalLine> intervals,
      @Nullable BypassLine bypass,
      @Nullable Boolean ecgTransmittedFromAmbulance,
      List<String> missing,
      List<ProblemView> problems) {}

  /** A step, and the journal entry that says so. */
  public record Step(Instant at, MilestoneSource source, boolean corrected, long seq) {}

  public record VisitLine(
      HospitalId hospitalId, @Nullable Step arrival, @Nullable Step departure) {}

  /**
   * What the case gives to a figure that is an interval.
   *
   * @param within null when the end lies before the beginning, which is in no figure
   */
  public record IntervalLine(
      String name,
      long seconds,
      long targetSeconds,
      @Nullable Boolean within,
      long fromSeq,
      long toSeq) {}

  public record BypassLine(boolean emergencyDepartment, boolean coronaryCareUnit, long seq) {}
}
