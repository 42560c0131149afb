package io.dispatch120.dispatch.query;

import static io.dispatch120.dispatch.query.Checklists.THROMBOLYSIS;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.api.AdviceView;
import io.dispatch120.dispatch.api.AdviceView.OptionView;
import io.dispatch120.dispatch.api.AdviceView.ReasonView;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.ChecklistAnswers;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.api.Vitals;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.chestpain.CaseFacts;
import io.dispatch120.dispatch.chestpain.CaseTime;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.chestpain.Contraindications;
import io.dispatch120.dispatch.chestpain.DestinationOption;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Condition;
import io.dispatch120.dispatch.chestpain.Diagnosed;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.incident.CasePatients;
import io.dispatch120.dispatch.incident.CaseReading;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentPositions;
import io.dispatch120.dispatch.recommendation.DestinationAdvisor;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Destination advice for a patient of an incident, from what its case knows and where its unit is.
 */
final class CaseAdvice {
  private final Board board;
  private final LiveFleet fleet;
  private final DestinationAdvisor advisor;
  private final Instant now;

  CaseAdvice(Board board, LiveFleet fleet, DestinationAdvisor advisor, Instant now) {
    this.board = board;
    this.fleet = fleet;
    this.advisor = advisor;
    this.now = now;
  }

  /**
   * @param kind what the hospitals are compared for
   */
  AdviceView of(Incident incident, PatientId patient, PreAlertKind kind) {
    Optional<ChestPainCase> known = incident.findCase(patient);
    Condition condition =
        kind == PreAlertKind.CHEST_PAIN && known.isPresent()
            ? condition(incident, known.get())
            : Condition.of(kind);
    Map<String, Target> targets =
        known.map(ChestPainCase::targets).orElse(board.policy().pathwayTargets());
    return new AdviceView(
        advisor.advise(condition, place(incident, patient), targets, now).stream()
            .map(CaseAdvice::view)
            .toList(),
        now);
  }

  /** Where the vehicle is that has the patient; before that, where the patient is. */
  private @Nullable LngLat place(Incident incident, PatientId patient) {
    return CasePatients.assignments(incident, patient).stream()
        .filter(a -> a.live() && a.hadPatientContact())
        .map(Assignment::unitId)
        .flatMap(unit -> fleet.findBelievable(unit).stream())
        .map(UnitPosition::position)
        .findFirst()
        .or(() -> IncidentPositions.positionOf(incident, now).map(fix -> fix.position()))
        .orElse(null);
  }

  private Condition condition(Incident incident, ChestPainCase c) {
    CaseFacts facts = CaseReading.of(incident, c);
    Diagnosed diagnosed = c.diagnosis();
    Diagnosis diagnosis = diagnosed == null ? null : diagnosed.diagnosis();
    boolean arrest = incident.details().complaint() == Complaint.CARDIAC_ARREST;
    return new Condition(
        PreAlertKind.CHEST_PAIN,
        diagnosis,
        diagnosis == Diagnosis.AORTIC_DISSECTION,
        arrest || c.findLatestVitals().filter(Vitals::shock).isPresent(),
        contraindications(c.checklist()),
        at(facts, CaseMilestone.SYMPTOM_ONSET),
        at(facts, CaseMilestone.FIRST_MEDICAL_CONTACT),
        at(facts, CaseMilestone.ECG_DIAGNOSIS));
  }

  private static @Nullable Instant at(CaseFacts facts, CaseMilestone milestone) {
    return facts.findTime(milestone).map(CaseTime::at).orElse(null);
  }

  private Contraindications contraindications(@Nullable ChecklistAnswers answers) {
    if (answers == null
        || !answers.checklist().equals(THROMBOLYSIS.id())
        || answers.version() != THROMBOLYSIS.version()) {
      return Contraindications.NOT_ANSWERED;
    }
    return THROMBOLYSIS.evaluate(
        answers.answers(), THROMBOLYSIS.inForce(board.catalogue().center(), now));
  }

  private static OptionView view(DestinationOption option) {
    return new OptionView(
        option.hospitalId(),
        option.strategy(),
        option.transferTo(),
        option.travelSeconds(),
        option.transferSeconds(),
        option.predictedSeconds(),
        option.predictedAt(),
        option.targetSeconds(),
        option.reachable(),
        option.reasons().stream().map(r -> new ReasonView(r.code(), r.figures())).toList());
  }
}
