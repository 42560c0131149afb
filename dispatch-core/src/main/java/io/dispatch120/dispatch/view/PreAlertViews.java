package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.EscalationView;
import io.dispatch120.dispatch.api.EscalationView.PageView;
import io.dispatch120.dispatch.api.EscalationView.RecipientView;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertView;
import io.dispatch120.dispatch.hospital.Contact;
import io.dispatch120.dispatch.hospital.Escalation;
import io.dispatch120.dispatch.hospital.Escalation.Answer;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.incident.Incident;
import java.util.List;

/** Pre-alerts and their levels as clients see them. Pure. */
public final class PreAlertViews {
  private PreAlertViews() {}

  /** What hospitals were told of a patient, in the order they were told. */
  public static List<PreAlertView> of(Incident incident, PatientId patient) {
    return incident.listPreAlerts(patient).stream().map(p -> of(incident.id(), p)).toList();
  }

  public static PreAlertView of(IncidentId incident, PreAlert preAlert) {
    return new PreAlertView(
        preAlert.id(),
        preAlert.patientId(),
        preAlert.hospitalId(),
        preAlert.kind(),
        preAlert.state(),
        preAlert.sentAt(),
        preAlert.sentBy(),
        preAlert.strategy(),
        preAlert.advised(),
        preAlert.overrideReason(),
        preAlert.ladder().size(),
        preAlert.escalations().stream().map(e -> escalation(incident, preAlert, e)).toList());
  }

  /** One level that was told. */
  public static EscalationView escalation(
      IncidentId incident, PreAlert preAlert, Escalation escalation) {
    Contact first = escalation.rung().first();
    Answer answer = escalation.answer();
    return new EscalationView(
        escalation.id(),
        preAlert.id(),
        incident,
        preAlert.patientId(),
        preAlert.hospitalId(),
        preAlert.kind(),
        escalation.rung().level(),
        first.role(),
        first.name(),
        first.channel(),
        first.phone(),
        escalation.rung().together().stream().map(PreAlertViews::recipient).toList(),
        escalation.pages().stream()
            .map(p -> new PageView(p.recipient(), p.state(), p.at(), p.problem()))
            .toList(),
        escalation.sentAt(),
        escalation.dueAt(),
        escalation.state(),
        answer == null ? null : answer.answer(),
        answer == null ? null : answer.reason(),
        answer == null ? null : answer.at(),
        answer == null ? null : answer.by(),
        answer == null ? null : answer.source());
  }

  private static RecipientView recipient(Contact contact) {
    return new RecipientView(contact.role(), contact.name(), contact.channel(), contact.phone());
  }
}
