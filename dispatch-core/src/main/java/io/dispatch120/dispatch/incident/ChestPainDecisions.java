package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.Command.ConcludeChestPain;
import io.dispatch120.dispatch.api.Command.OfPatient;
import io.dispatch120.dispatch.api.Command.OpenChestPain;
import io.dispatch120.dispatch.api.Command.RecordCaseMilestone;
import io.dispatch120.dispatch.api.Command.RecordDiagnosis;
import io.dispatch120.dispatch.api.Command.RecordVisit;
import io.dispatch120.dispatch.api.Command.RemoveCaseMilestone;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.TargetFigure;
import io.dispatch120.dispatch.assignment.DeviceClock.Corrected;
import io.dispatch120.dispatch.chestpain.CaseTime;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.chestpain.Diagnosed;
import io.dispatch120.dispatch.incident.ChestPainEvents.CaseMilestoneCorrected;
import io.dispatch120.dispatch.incident.ChestPainEvents.CaseMilestoneRecorded;
import io.dispatch120.dispatch.incident.ChestPainEvents.ChestPainConcluded;
import io.dispatch120.dispatch.incident.ChestPainEvents.ChestPainOpened;
import io.dispatch120.dispatch.incident.ChestPainEvents.DiagnosisRecorded;
import io.dispatch120.dispatch.incident.ChestPainEvents.VisitRecorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The chest-pain case of a patient: opened, and its steps told, in any order and also after the
 * incident is closed, since the hospital goes on and records are completed the day after.
 */
final class ChestPainDecisions {
  private ChestPainDecisions() {}

  static Decision open(Incident incident, OpenChestPain command, Moment moment) {
    PatientId patient = command.patientId();
    DraftList drafts = new DraftList(incident.id(), moment);
    Optional<ChestPainCase> known = incident.findCase(patient);
    if (known.isEmpty()) {
      drafts.add(opened(patient, command.source(), moment));
    }
    Instant onset = command.symptomOnset();
    boolean told = known.flatMap(c -> c.findTime(CaseMilestone.SYMPTOM_ONSET)).isPresent();
    if (onset != null && !told) {
      Optional<Corrected> time =
          CaseTimes.told(incident, CaseMilestone.SYMPTOM_ONSET, onset, moment);
      if (time.isEmpty()) {
        return CaseTimes.refused(CaseMilestone.SYMPTOM_ONSET);
      }
      drafts.add(
          time.get().at(),
          new CaseMilestoneRecorded(
              patient, CaseMilestone.SYMPTOM_ONSET, command.source(), null, false));
    }
    return drafts.accepted();
  }

  /** The event that opens a case under the centre's targets of the moment. */
  static ChestPainOpened opened(PatientId patient, MilestoneSource source, Moment moment) {
    Map<String, TargetFigure> targets = new HashMap<>();
    moment
        .policy()
        .pathwayTargets()
        .forEach(
            (name, target) ->
                targets.put(name, new TargetFigure(target.limit().toSeconds(), target.source())));
    return new ChestPainOpened(patient, source, targets);
  }

  static Decision decide(Incident incident, ChestPainCase c, OfPatient command, Moment moment) {
    if (command instanceof RecordCaseMilestone m) {
      return record(incident, c, m, moment);
    }
    if (command instanceof RemoveCaseMilestone m) {
      return remove(incident, c, m, moment);
    }
    if (command instanceof RecordVisit m) {
      return visit(incident, m, moment);
    }
    if (command instanceof RecordDiagnosis m) {
      return diagnose(incident, c, m, moment);
    }
    if (command instanceof ConcludeChestPain m) {
      return c.concluded()
          ? Decision.nothing()
          : new DraftList(incident.id(), moment)
              .add(new ChestPainConcluded(m.patientId()))
              .accepted();
    }
    return CaseFindingDecisions.decide(incident, c, command, moment);
  }

  private static Decision record(
      Incident incident, ChestPainCase c, RecordCaseMilestone command, Moment moment) {
    CaseMilestone milestone = command.milestone();
    Optional<Corrected> time =
        CaseTimes.of(
            incident, milestone, command.at(), command.deviceAt(), command.sentAt(), moment);
    if (time.isEmpty()) {
      return CaseTimes.refused(milestone);
    }
    DraftList drafts = new DraftList(incident.id(), moment);
    Optional<CaseTime> known = c.findTime(milestone);
    if (known.isEmpty()) {
      return drafts
          .add(
              time.get().at(),
              new CaseMilestoneRecorded(
                  c.patientId(),
                  milestone,
                  command.source(),
                  command.deviceAt(),
                  time.get().suspect()))
          .accepted();
    }
    if (known.get().at().equals(time.get().at())) {
      return Decision.nothing();
    }
    // What the system only inferred gives way to whoever was there.
    boolean inferred = known.get().source() == MilestoneSource.SUGGESTED;
    return command.at() == null && !inferred
        ? Decision.refused(
            RefusalCode.MILESTONE_RECORDED,
            milestone.code() + " was at " + known.get().at() + "; say a time to change it")
        : drafts
            .add(
                time.get().at(),
                corrected(
                    c,
                    milestone,
                    known.get().at(),
                    time.get().at(),
                    command.source(),
                    command.reason()))
            .accepted();
  }

  private static CaseMilestoneCorrected corrected(
      ChestPainCase c,
      CaseMilestone milestone,
      @Nullable Instant from,
      @Nullable Instant to,
      MilestoneSource source,
      @Nullable Personal reason) {
    return new CaseMilestoneCorrected(c.patientId(), milestone, from, to, source, reason);
  }

  private static Decision remove(
      Incident incident, ChestPainCase c, RemoveCaseMilestone command, Moment moment) {
    Optional<CaseTime> known = c.findTime(command.milestone());
    return known.isEmpty()
        ? Decision.refused(
            RefusalCode.MILESTONE_NOT_REACHED,
            command.milestone().code() + " has not been reported")
        : new DraftList(incident.id(), moment)
            .add(
                corrected(
                    c,
                    command.milestone(),
                    known.get().at(),
                    null,
                    command.source(),
                    command.reason()))
            .accepted();
  }

  private static Decision visit(Incident incident, RecordVisit command, Moment moment) {
    Instant arrival = command.arrival();
    Instant departure = command.departure();
    if (arrival == null && departure == null) {
      return Decision.refused(RefusalCode.INVALID_VALUE, "say when the patient came or left");
    }
    for (Instant at : new Instant[] {arrival, departure}) {
      if (at != null
          && CaseTimes.told(incident, CaseMilestone.CATH_LAB_ARRIVAL, at, moment).isEmpty()) {
        return Decision.refused(
            RefusalCode.INVALID_VALUE, "a visit is within a day before the call and now");
      }
    }
    return new DraftList(incident.id(), moment)
        .add(
            new VisitRecorded(
                command.patientId(), command.hospitalId(), arrival, departure, command.source()))
        .accepted();
  }

  /** A STEMI that is taken for something else calls off what it had set in motion. */
  private static Decision diagnose(
      Incident incident, ChestPainCase c, RecordDiagnosis command, Moment moment) {
    Optional<Corrected> time =
        CaseTimes.of(
            incident,
            CaseMilestone.ECG_DIAGNOSIS,
            command.at(),
            command.deviceAt(),
            command.sentAt(),
            moment);
    if (time.isEmpty()) {
      return CaseTimes.refused(CaseMilestone.ECG_DIAGNOSIS);
    }
    boolean calledOff = c.findTime(CaseMilestone.ACTIVATION_CANCELLED).isPresent();
    Diagnosed known = c.diagnosis();
    if (known != null && known.diagnosis() == command.diagnosis() && !calledOff) {
      return Decision.nothing();
    }
    DraftList drafts = new DraftList(incident.id(), moment);
    drafts.add(
        time.get().at(),
        new DiagnosisRecorded(
            c.patientId(),
            command.diagnosis(),
            command.source(),
            command.deviceAt(),
            time.get().suspect()));
    if (c.stemi() && command.diagnosis() != Diagnosis.STEMI) {
      drafts.add(
          new CaseMilestoneRecorded(
              c.patientId(), CaseMilestone.ACTIVATION_CANCELLED, command.source(), null, false));
    }
    return drafts.accepted();
  }
}
