package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Concern;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.ContactChannel;
import io.dispatch120.dispatch.api.PageState;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertState;
import io.dispatch120.dispatch.chestpain.CaseClocks;
import io.dispatch120.dispatch.chestpain.CaseClocks.Clock;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.hospital.Escalation;
import io.dispatch120.dispatch.hospital.PreAlert;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which concerns hold about pre-alerts and chest-pain cases, as a function of the incident's state
 * alone.
 */
final class CaseConcerns {

  /** Kinds that are alerted about as soon as they hold. */
  private static final Set<AlertKind> AT_ONCE =
      EnumSet.of(
          AlertKind.ESCALATION_EXHAUSTED,
          AlertKind.PRE_ALERT_REFUSED,
          AlertKind.ESCALATION_CALL_DUE,
          AlertKind.PAGE_FAILED,
          AlertKind.DESTINATION_NEEDED);

  private CaseConcerns() {}

  /** The concerns to alert about at once. */
  static List<Concern> atOnce(Incident incident) {
    return of(incident).keySet().stream()
        .filter(c -> AT_ONCE.contains(c.kind()))
        .sorted((a, b) -> a.timerId().compareTo(b.timerId()))
        .toList();
  }

  /** Every concern that holds, with its stage. */
  static Map<Concern, String> of(Incident incident) {
    if (incident.cases().isEmpty() && incident.preAlerts().isEmpty()) {
      return Map.of();
    }
    Map<Concern, String> holding = new HashMap<>();
    for (PreAlert preAlert : incident.preAlerts()) {
      putPreAlert(holding, incident, preAlert);
    }
    for (ChestPainCase c : incident.cases()) {
      if (!c.concluded()) {
        putCase(holding, incident, c);
      }
    }
    return holding;
  }

  private static void putPreAlert(
      Map<Concern, String> holding, Incident incident, PreAlert preAlert) {
    Optional<Escalation> pending = preAlert.findPending();
    if (pending.isPresent()) {
      putPending(holding, pending.get());
      return;
    }
    boolean open = !incident.closed() && latest(incident, preAlert);
    if (open && preAlert.state() == PreAlertState.EXHAUSTED) {
      put(holding, AlertKind.ESCALATION_EXHAUSTED, preAlert.id().value(), "");
    }
    if (open && preAlert.state() == PreAlertState.REFUSED) {
      put(holding, AlertKind.PRE_ALERT_REFUSED, preAlert.id().value(), "");
    }
  }

  private static void putPending(Map<Concern, String> holding, Escalation pending) {
    String id = pending.id().value();
    put(holding, AlertKind.PRE_ALERT_UNANSWERED, id, "");
    boolean byPhone =
        pending.rung().recipients().stream().anyMatch(r -> r.channel() == ContactChannel.PHONE);
    if (byPhone) {
      put(holding, AlertKind.ESCALATION_CALL_DUE, id, "");
    }
    if (pending.pages().stream().anyMatch(p -> p.state() == PageState.FAILED)) {
      put(holding, AlertKind.PAGE_FAILED, id, "");
    }
  }

  /** A later pre-alert, or the patient's arrival there, has settled an earlier one. */
  private static boolean latest(Incident incident, PreAlert preAlert) {
    List<PreAlert> all = incident.listPreAlerts(preAlert.patientId());
    return all.get(all.size() - 1).id().equals(preAlert.id())
        && !PreAlertConsequences.arrived(incident, preAlert);
  }

  private static void putCase(Map<Concern, String> holding, Incident incident, ChestPainCase c) {
    PatientId patient = c.patientId();
    if (incident.closed()) {
      put(holding, AlertKind.CASE_LEFT_OPEN, patient.value(), "");
    }
    if (destinationNeeded(incident, c)) {
      put(holding, AlertKind.DESTINATION_NEEDED, patient.value(), "");
    }
    for (Clock clock : CaseClocks.running(CaseReading.of(incident, c))) {
      String subject = subject(patient, clock.name());
      Concern breached = Concern.of(AlertKind.TARGET_BREACHED, subject);
      String stage = clock.from().at().toString();
      holding.put(breached, stage);
      if (incident.findLiveAlert(breached).isEmpty()) {
        put(holding, AlertKind.TARGET_WARNING, subject, stage);
      }
    }
  }

  /** A STEMI, and nobody has said where to. */
  static boolean destinationNeeded(Incident incident, ChestPainCase c) {
    return c.stemi()
        && !c.concluded()
        && !incident.closed()
        && CasePatients.destination(incident, c.patientId()).isEmpty()
        && CaseReading.of(incident, c).visits().isEmpty()
        && incident.listPreAlerts(c.patientId()).stream()
            .allMatch(p -> p.state() == PreAlertState.CANCELLED);
  }

  /** What an alert about an interval is about: the patient and the interval's name. */
  static String subject(PatientId patient, String interval) {
    return patient + "/" + interval;
  }

  private static void put(
      Map<Concern, String> holding, AlertKind kind, String subject, String stage) {
    holding.put(Concern.of(kind, subject), stage);
  }
}
