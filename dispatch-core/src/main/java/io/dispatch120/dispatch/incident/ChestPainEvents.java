package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.TargetFigure;
import io.dispatch120.dispatch.chestpain.CaseTime;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.chestpain.Diagnosed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chest-pain case of a patient: its steps and diagnosis. */
public final class ChestPainEvents {
  private ChestPainEvents() {}

  /** Facts about the case of one patient. */
  public sealed interface OfCase extends IncidentEvent
      permits ChestPainOpened,
          CaseMilestoneRecorded,
          CaseMilestoneCorrected,
          VisitRecorded,
          DiagnosisRecorded,
          ChestPainConcluded,
          CaseFindingEvents.OfFinding {
    PatientId patientId();
  }

  /**
   * The case of {@code patientId}, from now on.
   *
   * @param targets the centre's own, by name, as they were then: a case is judged by what was asked
   *     of it
   */
  public record ChestPainOpened(
      PatientId patientId, MilestoneSource source, Map<String, TargetFigure> targets)
      implements OfCase {
    public ChestPainOpened {
      targets = Map.copyOf(targets);
    }

    @Override
    public String type() {
      return "chest_pain_opened";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.findCase(patientId).isPresent()
          ? incident
          : incident.withCases(
              Incident.plus(
                  incident.cases(),
                  ChestPainCase.open(patientId, own(), stamp.recordedAt(), stamp.seq())));
    }

    private Map<String, Target> own() {
      Map<String, Target> own = new HashMap<>();
      targets.forEach(
          (name, figure) ->
              own.put(name, new Target(Duration.ofSeconds(figure.seconds()), figure.source())));
      return own;
    }
  }

  /** A step of the pathway; the event's own time is when it was. */
  public record CaseMilestoneRecorded(
      PatientId patientId,
      CaseMilestone milestone,
      MilestoneSource source,
      @Nullable Instant deviceAt,
      boolean clockSuspect)
      implements OfCase {
    @Override
    public String type() {
      return "milestone_recorded";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      CaseTime time = time(stamp, source, deviceAt, clockSuspect);
      return incident.changeCase(patientId, c -> c.with(milestone, time));
    }
  }

  /**
   * A time was wrong, or the step never was.
   *
   * @param from null when another event than a report had told it
   * @param to null when the step never was
   */
  public record CaseMilestoneCorrected(
      PatientId patientId,
      CaseMilestone milestone,
      @Nullable Instant from,
      @Nullable Instant to,
      MilestoneSource source,
      @Nullable Personal reason)
      implements OfCase {
    @Override
    public String type() {
      return "case_milestone_corrected";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      CaseTime time =
          new CaseTime(stamp.at(), stamp.recordedAt(), source, null, false, true, stamp.seq());
      return incident.changeCase(
          patientId, c -> to == null ? c.without(milestone) : c.with(milestone, time));
    }
  }

  /** When a patient came to a hospital and left it; null is not said. */
  public record VisitRecorded(
      PatientId patientId,
      HospitalId hospitalId,
      @Nullable Instant arrival,
      @Nullable Instant departure,
      MilestoneSource source)
      implements OfCase {
    @Override
    public String type() {
      return "visit_recorded";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeCase(
          patientId, c -> c.withVisit(hospitalId, told(arrival, stamp), told(departure, stamp)));
    }

    private @Nullable CaseTime told(@Nullable Instant at, Stamp stamp) {
      return at == null
          ? null
          : new CaseTime(at, stamp.recordedAt(), source, null, false, false, stamp.seq());
    }
  }

  /** What it is taken for; the first diagnosis is the step {@code ecg_diagnosis} too. */
  public record DiagnosisRecorded(
      PatientId patientId,
      Diagnosis diagnosis,
      MilestoneSource source,
      @Nullable Instant deviceAt,
      boolean clockSuspect)
      implements OfCase {
    @Override
    public String type() {
      return "diagnosis_recorded";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      Diagnosed diagnosed =
          new Diagnosed(diagnosis, stamp.at(), stamp.actor().name(), source, stamp.seq());
      CaseTime time = time(stamp, source, deviceAt, clockSuspect);
      return incident.changeCase(
          patientId,
          c -> {
            ChestPainCase known = c.with(diagnosed);
            if (diagnosis == Diagnosis.STEMI) {
              // Diagnosed anew after it was called off: it is on again.
              known = known.without(CaseMilestone.ACTIVATION_CANCELLED);
            }
            return diagnosis == Diagnosis.UNDETERMINED
                ? known
                : known.withFirst(CaseMilestone.ECG_DIAGNOSIS, time);
          });
    }
  }

  /** Nothing more is expected to happen, because somebody says so or long after the end. */
  public record ChestPainConcluded(PatientId patientId) implements OfCase {
    @Override
    public String type() {
      return "chest_pain_concluded";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeCase(patientId, c -> c.concludedAt(stamp.recordedAt()));
    }
  }

  static CaseTime time(
      Stamp stamp, MilestoneSource source, @Nullable Instant deviceAt, boolean clockSuspect) {
    return new CaseTime(
        stamp.at(), stamp.recordedAt(), source, deviceAt, clockSuspect, false, stamp.seq());
  }
}
