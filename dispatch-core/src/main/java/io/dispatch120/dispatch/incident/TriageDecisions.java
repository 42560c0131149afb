package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.Command.RecordTriage;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.TriageResult;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.incident.ChestPainEvents.CaseMilestoneRecorded;
import io.dispatch120.dispatch.incident.DetailEvents.PriorityChanged;
import io.dispatch120.dispatch.incident.TriageEvents.TriageRecorded;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers to a triage card, and what they change: the priority, and the complaint where there is
 * none. A dispatcher's own priority stands until the cards come to another one than before.
 */
final class TriageDecisions {
  private TriageDecisions() {}

  static Decision record(Incident incident, Scene scene, RecordTriage command, Moment moment) {
    TriageResult result = command.result();
    Optional<Refusal> refusal =
        scene.cards().findRefusal(result.card(), result.version(), result.sha256(), moment.now());
    if (refusal.isPresent()) {
      return new Decision.Refused(refusal.get());
    }
    Optional<PatientId> patient = patient(incident, command);
    if (patient.isEmpty()) {
      return Decision.refused(RefusalCode.NOT_FOUND, "the incident has no such patient");
    }
    PatientId of = patient.get();
    boolean same =
        incident.currentTriages().stream()
            .anyMatch(known -> known.patientId().equals(of) && known.result().equals(result));
    if (same) {
      return Decision.nothing();
    }
    DraftList drafts = new DraftList(incident.id(), moment);
    drafts.add(new TriageRecorded(of, result));
    addDetails(drafts, incident, of, result);
    if (result.opensChestPain()) {
      openChestPain(drafts, incident, of, result, moment);
    }
    return drafts.accepted();
  }

  /** The one named; without a name the first. */
  private static Optional<PatientId> patient(Incident incident, RecordTriage command) {
    PatientId named = command.patientId();
    return incident.patients().stream()
        .map(Patient::id)
        .filter(id -> named == null || id.equals(named))
        .findFirst();
  }

  private static void addDetails(
      DraftList drafts, Incident incident, PatientId patient, TriageResult result) {
    List<Triage> before = incident.currentTriages();
    Optional<Priority> earlier = mostUrgent(before.stream());
    Optional<Priority> later =
        mostUrgent(
            Stream.concat(
                before.stream().filter(triage -> !triage.patientId().equals(patient)),
                Stream.of(new Triage(patient, result, incident.openedAt()))));
    Details old = incident.details();
    Priority priority =
        later.equals(earlier) && old.priority() != null ? old.priority() : later.orElseThrow();
    if (old.complaint() == null) {
      DetailDecisions.addEdit(drafts, old, old.with(priority).with(result.complaint()));
    } else if (priority != old.priority()) {
      drafts.add(new PriorityChanged(old.priority(), priority));
    }
  }

  private static Optional<Priority> mostUrgent(Stream<Triage> triages) {
    return triages.map(triage -> triage.result().priority()).min(Comparator.naturalOrder());
  }

  /** Opens the case of {@code patient}, unless it is open already, and tells the onset. */
  private static void openChestPain(
      DraftList drafts, Incident incident, PatientId patient, TriageResult result, Moment moment) {
    Optional<ChestPainCase> known = incident.findCase(patient);
    if (known.isEmpty()) {
      drafts.add(ChestPainDecisions.opened(patient, MilestoneSource.DISPATCH, moment));
    }
    Instant onset = result.symptomOnset();
    boolean told = known.flatMap(c -> c.findTime(CaseMilestone.SYMPTOM_ONSET)).isPresent();
    if (onset != null && !told) {
      // A time that cannot be is left out: the answer is in the triage for whoever looks.
      CaseTimes.told(incident, CaseMilestone.SYMPTOM_ONSET, onset, moment)
          .ifPresent(
              time ->
                  drafts.add(
                      time.at(),
                      new CaseMilestoneRecorded(
                          patient,
                          CaseMilestone.SYMPTOM_ONSET,
                          MilestoneSource.DISPATCH,
                          null,
                          false)));
    }
  }
}
