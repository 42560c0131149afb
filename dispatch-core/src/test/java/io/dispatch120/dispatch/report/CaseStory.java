package io.dispatch120.dispatch.report;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.ContactChannel;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.EcgFile;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.hospital.Contact;
import io.dispatch120.dispatch.hospital.Rung;
import io.dispatch120.dispatch.incident.AssignmentEvents.MilestoneReached;
import io.dispatch120.dispatch.incident.AssignmentEvents.UnitAssigned;
import io.dispatch120.dispatch.incident.CallEvents.IncidentOpened;
import io.dispatch120.dispatch.incident.CaseFindingEvents.BypassRecorded;
import io.dispatch120.dispatch.incident.CaseFindingEvents.EcgRecorded;
import io.dispatch120.dispatch.incident.ChestPainEvents.CaseMilestoneCorrected;
import io.dispatch120.dispatch.incident.ChestPainEvents.CaseMilestoneRecorded;
import io.dispatch120.dispatch.incident.ChestPainEvents.ChestPainOpened;
import io.dispatch120.dispatch.incident.ChestPainEvents.DiagnosisRecorded;
import io.dispatch120.dispatch.incident.ChestPainEvents.VisitRecorded;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentEvent;
import io.dispatch120.dispatch.incident.Incidents;
import io.dispatch120.dispatch.incident.PreAlertEvents.CancelCause;
import io.dispatch120.dispatch.incident.PreAlertEvents.EscalationExhausted;
import io.dispatch120.dispatch.incident.PreAlertEvents.PreAlertAnswered;
import io.dispatch120.dispatch.incident.PreAlertEvents.PreAlertCancelled;
import io.dispatch120.dispatch.incident.PreAlertEvents.PreAlertSent;
import io.dispatch120.dispatch.view.IncidentStory;
import io.dispatch120.dispatch.view.TestCenter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** A case as the journal would tell it, in the center's own time: {@code 2026-11-05 10:00:00}. */
final class CaseStory {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  final String name;
  final PatientId patient;
  final Instant openedAt;
  private final IncidentId id;
  private long seq;
  private Incident incident;

  CaseStory(String name, String openedAt, long firstSeq) {
    this.name = name;
    this.id = new IncidentId("incident-" + name);
    this.patient = new PatientId("patient-" + name);
    this.openedAt = at(openedAt);
    this.seq = firstSeq - 1;
    add(openedAt, new IncidentOpened(id, IncidentStory.CENTER, "XJ-" + name, patient));
    add(openedAt, new ChestPainOpened(patient, MilestoneSource.DISPATCH, Map.of()));
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local, LOCAL).atZone(TestCenter.ZONE).toInstant();
  }

  private CaseStory add(String local, IncidentEvent event) {
    return add(at(local), event);
  }

  CaseStory add(Instant at, IncidentEvent event) {
    seq++;
    Stamp stamp = new Stamp(seq, at, at, new Actor("dispatcher", "li"));
    incident = Incidents.fold(incident, event, stamp);
    return this;
  }

  /** A unit that is with the patient: the first medical contact. */
  CaseStory contact(String local) {
    UnitId unit = new UnitId("A01");
    AssignmentId assignment = new AssignmentId("assignment-" + name);
    add(
        openedAt,
        new UnitAssigned(assignment, unit, List.of(patient), null, 300.0, List.of(), null));
    return add(
        local,
        new MilestoneReached(
            assignment, unit, Milestone.PATIENT_CONTACT, MilestoneSource.CREW, null, false));
  }

  CaseStory step(CaseMilestone milestone, String local) {
    return add(
        local,
        new CaseMilestoneRecorded(patient, milestone, MilestoneSource.HOSPITAL, null, false));
  }

  CaseStory corrected(CaseMilestone milestone, String local) {
    return add(
        local,
        new CaseMilestoneCorrected(
            patient, milestone, null, at(local), MilestoneSource.VOICE, null));
  }

  CaseStory ecg(String recorded, String received, MilestoneSource source) {
    return add(
        received,
        new EcgRecorded(
            patient,
            new EcgFile(
                new EcgId("ecg-" + name),
                "image",
                "image/png",
                null,
                "0".repeat(64),
                100,
                at(recorded),
                List.of()),
            source));
  }

  CaseStory diagnosed(Diagnosis diagnosis, String local) {
    return add(local, new DiagnosisRecorded(patient, diagnosis, MilestoneSource.CREW, null, false));
  }

  CaseStory warned(String hospital, Strategy strategy, String local) {
    Contact doctor = new Contact("介入值班医师", null, ContactChannel.CONSOLE, null);
    return add(
        local,
        new PreAlertSent(
            new PreAlertId("alert-" + name),
            patient,
            new HospitalId(hospital),
            PreAlertKind.CHEST_PAIN,
            strategy,
            null,
            null,
            List.of(new Rung(1, doctor, List.of())),
            new EscalationId("escalation-" + name),
            at(local).plusSeconds(60)));
  }

  CaseStory accepted(String local) {
    return add(
        local,
        new PreAlertAnswered(
            new PreAlertId("alert-" + name),
            new EscalationId("escalation-" + name),
            EscalationAnswer.ACCEPTED,
            null,
            "h1",
            MilestoneSource.HOSPITAL));
  }

  CaseStory nobodyAnswered(String local) {
    return add(
        local,
        new EscalationExhausted(
            new PreAlertId("alert-" + name), new EscalationId("escalation-" + name)));
  }

  CaseStory warningCancelled(String local) {
    return add(
        local,
        new PreAlertCancelled(
            new PreAlertId("alert-" + name), CancelCause.ACTIVATION_CANCELLED, null));
  }

  CaseStory visit(String hospital, String arrival, String departure) {
    return add(
        arrival,
        new VisitRecorded(
            patient,
            new HospitalId(hospital),
            at(arrival),
            departure.isEmpty() ? null : at(departure),
            MilestoneSource.HOSPITAL));
  }

  CaseStory bypass(boolean emergency, boolean ccu, String local) {
    return add(local, new BypassRecorded(patient, emergency, ccu, MilestoneSource.HOSPITAL));
  }

  Incident incident() {
    return incident;
  }
}
