package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.ChecklistAnswers;
import io.dispatch120.dispatch.api.EcgFile;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.Troponin;
import io.dispatch120.dispatch.api.Vitals;
import io.dispatch120.dispatch.chestpain.Bypass;
import io.dispatch120.dispatch.chestpain.CaseTime;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.chestpain.Ecg;
import java.time.Instant;

/** What was found on a patient with chest pain: traces, vital signs, blood, contra-indications. */
public final class CaseFindingEvents {
  private CaseFindingEvents() {}

  /** Facts about findings. */
  public sealed interface OfFinding extends ChestPainEvents.OfCase
      permits EcgRecorded,
          EcgWithdrawn,
          VitalsRecorded,
          TroponinRecorded,
          ChecklistAnswered,
          BypassRecorded {}

  /**
   * The whole file is here. That is when it was transmitted; the first one also tells when the
   * first ECG was at the latest, which stands until somebody says better.
   */
  public record EcgRecorded(PatientId patientId, EcgFile ecg, MilestoneSource source)
      implements OfFinding {
    @Override
    public String type() {
      return "ecg_recorded";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      Instant recorded = ecg.recordedAt();
      CaseTime received = ChestPainEvents.time(stamp, source, null, false);
      CaseTime taken =
          recorded == null
              ? new CaseTime(
                  stamp.at(),
                  stamp.recordedAt(),
                  MilestoneSource.SUGGESTED,
                  null,
                  false,
                  false,
                  stamp.seq())
              : new CaseTime(
                  recorded, stamp.recordedAt(), source, recorded, false, false, stamp.seq());
      Ecg whole = new Ecg(ecg, stamp.recordedAt(), source, stamp.seq(), false);
      return incident.changeCase(
          patientId,
          c ->
              c.with(whole)
                  .withFirst(CaseMilestone.FIRST_ECG, taken)
                  .withFirst(CaseMilestone.ECG_TRANSMITTED, received));
    }
  }

  /** It is another patient's, or of no use. The steps it told of go with it. */
  public record EcgWithdrawn(PatientId patientId, EcgId ecgId, Personal reason)
      implements OfFinding {
    @Override
    public String type() {
      return "ecg_withdrawn";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeCase(
          patientId,
          c -> {
            long told = c.findEcg(ecgId).map(Ecg::seq).orElse(-1L);
            ChestPainCase without = c.withoutEcg(ecgId);
            for (CaseMilestone step :
                new CaseMilestone[] {CaseMilestone.FIRST_ECG, CaseMilestone.ECG_TRANSMITTED}) {
              if (without.findTime(step).filter(t -> t.seq() == told).isPresent()) {
                without = without.without(step);
              }
            }
            return without;
          });
    }
  }

  public record VitalsRecorded(PatientId patientId, Vitals vitals, MilestoneSource source)
      implements OfFinding {
    @Override
    public String type() {
      return "vitals_recorded";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeCase(patientId, c -> c.with(vitals));
    }
  }

  /** A result, and with it when the blood was drawn and when the result was there. */
  public record TroponinRecorded(PatientId patientId, Troponin troponin, MilestoneSource source)
      implements OfFinding {
    @Override
    public String type() {
      return "troponin_recorded";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeCase(
          patientId,
          c -> {
            ChestPainCase known =
                c.with(troponin)
                    .withFirst(CaseMilestone.TROPONIN_RESULT, at(troponin.resultAt(), stamp));
            Instant drawn = troponin.drawnAt();
            return drawn == null
                ? known
                : known.withFirst(CaseMilestone.BLOOD_DRAWN, at(drawn, stamp));
          });
    }

    private CaseTime at(Instant when, Stamp stamp) {
      return new CaseTime(when, stamp.recordedAt(), source, null, false, false, stamp.seq());
    }
  }

  public record ChecklistAnswered(
      PatientId patientId, ChecklistAnswers answers, MilestoneSource source) implements OfFinding {
    @Override
    public String type() {
      return "checklist_answered";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeCase(patientId, c -> c.with(answers));
    }
  }

  public record BypassRecorded(
      PatientId patientId,
      boolean emergencyDepartment,
      boolean coronaryCareUnit,
      MilestoneSource source)
      implements OfFinding {
    @Override
    public String type() {
      return "bypass_recorded";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      Bypass bypass =
          new Bypass(emergencyDepartment, coronaryCareUnit, stamp.recordedAt(), stamp.seq());
      return incident.changeCase(patientId, c -> c.with(bypass));
    }
  }
}
