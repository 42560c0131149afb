package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.ChecklistAnswers;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.api.Troponin;
import io.dispatch120.dispatch.api.Vitals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a case that change, on their way into the next state. Lives within one method. */
final class CaseCopy {
  private final ChestPainCase of;
  Map<CaseMilestone, CaseTime> milestones;
  List<Visit> visits;
  @Nullable Diagnosed diagnosis;
  @Nullable Strategy strategy;
  List<Ecg> ecgs;
  List<Vitals> vitals;
  List<Troponin> troponins;
  @Nullable ChecklistAnswers checklist;
  @Nullable Bypass bypass;
  @Nullable Instant concludedAt;

  CaseCopy(ChestPainCase of) {
    this.of = of;
    this.milestones = of.milestones();
    this.visits = of.visits();
    this.diagnosis = of.diagnosis();
    this.strategy = of.strategy();
    this.ecgs = of.ecgs();
    this.vitals = of.vitals();
    this.troponins = of.troponins();
    this.checklist = of.checklist();
    this.bypass = of.bypass();
    this.concludedAt = of.concludedAt();
  }

  ChestPainCase build() {
    return new ChestPainCase(
        of.patientId(),
        of.openedAt(),
        of.openedSeq(),
        of.targets(),
        milestones,
        visits,
        diagnosis,
        strategy,
        ecgs,
        vitals,
        troponins,
        checklist,
        bypass,
        concludedAt);
  }
}
