package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.ChestPainCaseView;
import io.dispatch120.dispatch.api.ChestPainCaseView.BypassView;
import io.dispatch120.dispatch.api.ChestPainCaseView.CaseMilestoneView;
import io.dispatch120.dispatch.api.ChestPainCaseView.EcgView;
import io.dispatch120.dispatch.api.ChestPainCaseView.IntervalState;
import io.dispatch120.dispatch.api.ChestPainCaseView.IntervalView;
import io.dispatch120.dispatch.api.ChestPainCaseView.ProblemView;
import io.dispatch120.dispatch.api.ChestPainCaseView.VisitView;
import io.dispatch120.dispatch.api.EcgFile;
import io.dispatch120.dispatch.api.PreAlertView;
import io.dispatch120.dispatch.chestpain.CaseClocks;
import io.dispatch120.dispatch.chestpain.CaseClocks.Clock;
import io.dispatch120.dispatch.chestpain.CaseFacts;
import io.dispatch120.dispatch.chestpain.CaseProblems;
import io.dispatch120.dispatch.chestpain.CaseTime;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.chestpain.Diagnosed;
import io.dispatch120.dispatch.chestpain.Ecg;
import io.dispatch120.dispatch.chestpain.Visit;
import io.dispatch120.dispatch.incident.CaseReading;
import io.dispatch120.dispatch.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chest-pain cases as clients see them. Pure; linear in the size of the case. */
public final class CaseViews {
  private CaseViews() {}

  /**
   * The case with everything derived from it, without advice.
   *
   * @param now the moment for which running clocks are judged
   */
  public static ChestPainCaseView of(Incident incident, ChestPainCase c, Instant now) {
    CaseFacts facts = CaseReading.of(incident, c);
    List<IntervalView> intervals =
        CaseClocks.of(facts).stream().map(clock -> interval(clock, now)).toList();
    List<PreAlertView> preAlerts = PreAlertViews.of(incident, c.patientId());
    Diagnosed diagnosis = c.diagnosis();
    return new ChestPainCaseView(
        c.patientId(),
        incident.id(),
        c.openedAt(),
        milestones(facts),
        facts.visits().stream().map(CaseViews::visit).toList(),
        diagnosis == null ? null : diagnosis.diagnosis(),
        diagnosis == null ? null : diagnosis.at(),
        diagnosis == null ? null : diagnosis.by(),
        c.strategy(),
        intervals,
        intervals.stream()
            .filter(i -> i.state() == IntervalState.BREACHED)
            .map(IntervalView::name)
            .toList(),
        CaseProblems.of(facts).stream()
            .map(
                p ->
                    new ProblemView(
                        p.code(), p.milestones().stream().map(CaseMilestone::code).toList()))
            .toList(),
        c.ecgs().stream().filter(e -> !e.withdrawn()).map(CaseViews::ecg).toList(),
        c.vitals(),
        c.troponins(),
        c.checklist(),
        c.bypass() == null
            ? null
            : new BypassView(
                c.bypass().emergencyDepartment(),
                c.bypass().coronaryCareUnit(),
                c.bypass().recordedAt()),
        CaseReading.destinationNeeded(incident, c),
        preAlerts.stream().flatMap(p -> p.escalations().stream()).toList(),
        preAlerts,
        c.concludedAt(),
        null,
        incident.revision());
  }

  private static Map<String, CaseMilestoneView> milestones(CaseFacts facts) {
    Map<String, CaseMilestoneView> all = new LinkedHashMap<>();
    facts.times().forEach((milestone, time) -> all.put(milestone.code(), milestone(time)));
    return all;
  }

  private static CaseMilestoneView milestone(CaseTime time) {
    return new CaseMilestoneView(
        time.at(),
        time.recordedAt(),
        time.source(),
        time.deviceAt(),
        time.clockSuspect(),
        time.corrected(),
        time.seq());
  }

  private static VisitView visit(Visit visit) {
    return new VisitView(visit.hospitalId(), at(visit.arrival()), at(visit.departure()));
  }

  private static @Nullable Instant at(@Nullable CaseTime time) {
    return time == null ? null : time.at();
  }

  /** One clock judged at {@code now}. */
  static IntervalView interval(Clock clock, Instant now) {
    Target target = clock.target();
    return new IntervalView(
        clock.name(),
        clock.from().at(),
        at(clock.to()),
        clock.length().map(Duration::toSeconds).orElse(null),
        target.limit().toSeconds(),
        state(clock, target.limit(), now),
        target.source());
  }

  private static IntervalState state(Clock clock, Duration target, Instant now) {
    if (!clock.running()) {
      return clock
          .length()
          .map(took -> took.compareTo(target) > 0 ? IntervalState.BREACHED : IntervalState.MET)
          .orElse(IntervalState.INCOMPLETE);
    }
    Duration passed = Duration.between(clock.from().at(), now);
    if (passed.compareTo(target) > 0) {
      return IntervalState.BREACHED;
    }
    return passed.compareTo(CaseClocks.warning(target)) >= 0
        ? IntervalState.WARNING
        : IntervalState.RUNNING;
  }

  /** An ECG that is here as a whole. */
  public static EcgView ecg(Ecg ecg) {
    EcgFile file = ecg.file();
    return new EcgView(
        file.id(),
        file.format(),
        file.contentType(),
        file.fileName(),
        file.sha256(),
        file.sizeBytes(),
        file.sizeBytes(),
        ecg.receivedAt(),
        file.recordedAt(),
        true,
        file.warnings());
  }
}
