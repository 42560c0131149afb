package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.Command.AnswerChecklist;
import io.dispatch120.dispatch.api.Command.OfPatient;
import io.dispatch120.dispatch.api.Command.RecordBypass;
import io.dispatch120.dispatch.api.Command.RecordEcg;
import io.dispatch120.dispatch.api.Command.RecordTroponin;
import io.dispatch120.dispatch.api.Command.RecordVitals;
import io.dispatch120.dispatch.api.Command.WithdrawEcg;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.chestpain.Ecg;
import io.dispatch120.dispatch.incident.CaseFindingEvents.BypassRecorded;
import io.dispatch120.dispatch.incident.CaseFindingEvents.ChecklistAnswered;
import io.dispatch120.dispatch.incident.CaseFindingEvents.EcgRecorded;
import io.dispatch120.dispatch.incident.CaseFindingEvents.EcgWithdrawn;
import io.dispatch120.dispatch.incident.CaseFindingEvents.TroponinRecorded;
import io.dispatch120.dispatch.incident.CaseFindingEvents.VitalsRecorded;
import java.time.Instant;
import java.util.Optional;

/** What is found on a patient with chest pain. */
final class CaseFindingDecisions {

  /** More traces, or measurements, than any patient has had on the way. */
  static final int LIMIT = 200;

  private CaseFindingDecisions() {}

  static Decision decide(Incident incident, ChestPainCase c, OfPatient command, Moment moment) {
    DraftList drafts = new DraftList(incident.id(), moment);
    if (command instanceof RecordEcg m) {
      return ecg(drafts, c, m);
    }
    if (command instanceof WithdrawEcg m) {
      return withdraw(drafts, c, m);
    }
    if (command instanceof RecordVitals m) {
      return c.vitals().size() >= LIMIT
          ? full()
          : timed(
              incident,
              moment,
              drafts.add(new VitalsRecorded(c.patientId(), m.vitals(), m.source())),
              m.vitals().at());
    }
    if (command instanceof RecordTroponin m) {
      return troponin(incident, drafts, c, m, moment);
    }
    if (command instanceof AnswerChecklist m) {
      return m.answers().equals(c.checklist())
          ? Decision.nothing()
          : drafts.add(new ChecklistAnswered(c.patientId(), m.answers(), m.source())).accepted();
    }
    if (command instanceof RecordBypass m) {
      return drafts
          .add(
              new BypassRecorded(
                  c.patientId(), m.emergencyDepartment(), m.coronaryCareUnit(), m.source()))
          .accepted();
    }
    throw new IllegalArgumentException("no decision for " + command.name());
  }

  /** The same file again, by whatever way, is the one that is here. */
  private static Decision ecg(DraftList drafts, ChestPainCase c, RecordEcg command) {
    boolean known =
        c.ecgs().stream()
            .anyMatch(e -> !e.withdrawn() && e.file().sha256().equals(command.ecg().sha256()));
    if (known) {
      return Decision.nothing();
    }
    return c.ecgs().size() >= LIMIT
        ? full()
        : drafts.add(new EcgRecorded(c.patientId(), command.ecg(), command.source())).accepted();
  }

  private static Decision withdraw(DraftList drafts, ChestPainCase c, WithdrawEcg command) {
    Optional<Ecg> ecg = c.findEcg(command.ecgId());
    if (ecg.isEmpty()) {
      return Decision.refused(RefusalCode.NOT_FOUND, "there is no such ECG");
    }
    return ecg.get().withdrawn()
        ? Decision.refused(RefusalCode.ECG_WITHDRAWN, "the ECG is withdrawn already")
        : drafts.add(new EcgWithdrawn(c.patientId(), command.ecgId(), command.reason())).accepted();
  }

  private static Decision troponin(
      Incident incident, DraftList drafts, ChestPainCase c, RecordTroponin command, Moment moment) {
    if (c.troponins().size() >= LIMIT) {
      return full();
    }
    Instant drawn = command.troponin().drawnAt();
    if (drawn != null && drawn.isAfter(command.troponin().resultAt())) {
      return Decision.refused(
          RefusalCode.INVALID_VALUE, "the blood was drawn before the result was there");
    }
    return timed(
        incident,
        moment,
        drafts.add(new TroponinRecorded(c.patientId(), command.troponin(), command.source())),
        drawn == null ? command.troponin().resultAt() : drawn);
  }

  private static Decision timed(Incident incident, Moment moment, DraftList drafts, Instant at) {
    return CaseTimes.told(incident, CaseMilestone.BLOOD_DRAWN, at, moment).isPresent()
        ? drafts.accepted()
        : CaseTimes.refused(CaseMilestone.BLOOD_DRAWN);
  }

  private static Decision full() {
    return Decision.refused(
        RefusalCode.INVALID_VALUE, "a case holds " + LIMIT + " findings of a kind");
  }
}
