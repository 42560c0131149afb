package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Limit;
import io.dispatch120.dispatch.api.Command.AnswerEscalation;
import io.dispatch120.dispatch.api.Command.CancelPreAlert;
import io.dispatch120.dispatch.api.Command.OfEscalation;
import io.dispatch120.dispatch.api.Command.SendPreAlert;
import io.dispatch120.dispatch.api.Command.SettlePage;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PageState;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.hospital.Escalation;
import io.dispatch120.dispatch.hospital.Escalation.Answer;
import io.dispatch120.dispatch.hospital.HospitalBook;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.hospital.Rung;
import io.dispatch120.dispatch.incident.AssignmentEvents.DestinationChosen;
import io.dispatch120.dispatch.incident.PreAlertEvents.CancelCause;
import io.dispatch120.dispatch.incident.PreAlertEvents.Escalated;
import io.dispatch120.dispatch.incident.PreAlertEvents.EscalationExhausted;
import io.dispatch120.dispatch.incident.PreAlertEvents.PageDelivered;
import io.dispatch120.dispatch.incident.PreAlertEvents.PageFailed;
import io.dispatch120.dispatch.incident.PreAlertEvents.PreAlertAnswered;
import io.dispatch120.dispatch.incident.PreAlertEvents.PreAlertCancelled;
import io.dispatch120.dispatch.incident.PreAlertEvents.PreAlertSent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pre-alerts: sent to a hospital, told level by level, answered once, called off. */
final class PreAlertDecisions {
  private PreAlertDecisions() {}

  /**
   * The hospital becomes the destination of whoever has the patient, and others are told no more.
   */
  static Decision send(Incident incident, Scene scene, SendPreAlert command, Moment moment) {
    Optional<HospitalBook.Entry> hospital = scene.around().hospitals().find(command.hospitalId());
    if (hospital.isEmpty()) {
      return Decision.refused(
          RefusalCode.INVALID_VALUE, "there is no hospital " + command.hospitalId());
    }
    Optional<ChestPainCase> chestPain = incident.findCase(command.patientId());
    if (command.kind() == PreAlertKind.CHEST_PAIN && chestPain.isEmpty()) {
      return Decision.refused(
          RefusalCode.NOT_FOUND, "no chest-pain case is open for this patient; open one first");
    }
    DraftList drafts = new DraftList(incident.id(), moment);
    for (Assignment assignment : CasePatients.onTheWay(incident, command.patientId())) {
      if (!command.hospitalId().equals(assignment.destination())) {
        drafts.add(
            new DestinationChosen(
                assignment.id(),
                assignment.unitId(),
                command.hospitalId(),
                command.overrideReason()));
      }
    }
    boolean told = false;
    for (PreAlert other : incident.listPreAlerts(command.patientId())) {
      if (other.hospitalId().equals(command.hospitalId()) && other.kind() == command.kind()) {
        told = told || other.stands();
      } else if (other.cancellable()) {
        drafts.add(new PreAlertCancelled(other.id(), CancelCause.DESTINATION_CHANGED, null));
      }
    }
    if (!told) {
      drafts.add(sent(hospital.get(), command, chestPain, moment));
    }
    return drafts.accepted();
  }

  /** The event that tells the first level; a hospital without a ladder is exhausted by it. */
  static PreAlertSent sent(
      HospitalBook.Entry hospital,
      SendPreAlert command,
      Optional<ChestPainCase> chestPain,
      Moment moment) {
    boolean lab =
        command.kind() == PreAlertKind.CHEST_PAIN
            && chestPain.filter(ChestPainCase::stemi).isPresent();
    List<Rung> ladder =
        hospital.ladder().stream()
            // Only for a STEMI are the cath lab and the cardiologist called at the same moment.
            .map(rung -> lab ? rung : new Rung(rung.level(), rung.first(), List.of()))
            .toList();
    PatientId patient = command.patientId();
    return new PreAlertSent(
        new PreAlertId(moment.newId("pre_alert:" + patient)),
        patient,
        command.hospitalId(),
        command.kind(),
        command.strategy() == null
            ? strategy(command.kind(), hospital.services())
            : command.strategy(),
        command.advised(),
        command.overrideReason(),
        ladder,
        ladder.isEmpty() ? null : new EscalationId(moment.newId("escalation:" + patient)),
        moment.now().plus(moment.policy().limit(Limit.PRE_ALERT_UNANSWERED)));
  }

  private static @Nullable Strategy strategy(PreAlertKind kind, Set<String> services) {
    if (kind != PreAlertKind.CHEST_PAIN) {
      return null;
    }
    if (services.contains("pci_24x7")) {
      return Strategy.PRIMARY_PCI;
    }
    return services.contains("thrombolysis")
        ? Strategy.THROMBOLYSIS_THEN_TRANSFER
        : Strategy.DIRECT;
  }

  static Decision cancel(Incident incident, CancelPreAlert command, Moment moment) {
    DraftList drafts = new DraftList(incident.id(), moment);
    incident.listPreAlerts(command.patientId()).stream()
        .filter(p -> p.stands() || p.answerable())
        .filter(p -> p.hospitalId().equals(command.hospitalId()))
        .forEach(
            p ->
                drafts.add(new PreAlertCancelled(p.id(), CancelCause.WITHDRAWN, command.reason())));
    return drafts.drafts().isEmpty()
        ? Decision.refused(
            RefusalCode.NOT_FOUND, "no pre-alert of this patient stands at that hospital")
        : drafts.accepted();
  }

  static Decision decide(Incident incident, OfEscalation command, Moment moment) {
    Optional<PreAlert> found = incident.findPreAlert(command.escalationId());
    if (found.isEmpty()) {
      return Decision.refused(RefusalCode.NOT_FOUND, "there is no such escalation");
    }
    return command instanceof AnswerEscalation answer
        ? answer(incident, found.get(), answer, moment)
        : settle(incident, found.get(), (SettlePage) command, moment);
  }

  /** The first answer wins, from whichever level: a late yes is better than none. */
  private static Decision answer(
      Incident incident, PreAlert preAlert, AnswerEscalation command, Moment moment) {
    if (!preAlert.answerable()) {
      return !preAlert.cancellable()
          ? Decision.refused(RefusalCode.ESCALATION_CANCELLED, "the hospital is not asked any more")
          : Decision.refused(RefusalCode.ALREADY_ANSWERED, first(preAlert));
    }
    return new DraftList(incident.id(), moment)
        .add(
            new PreAlertAnswered(
                preAlert.id(),
                command.escalationId(),
                command.answer(),
                command.reason(),
                command.by() == null ? moment.actor().name() : command.by(),
                command.source()))
        .accepted();
  }

  private static String first(PreAlert preAlert) {
    Answer answer = preAlert.findAnswer().orElseThrow();
    return answer.by()
        + " was first: "
        + answer.answer().name().toLowerCase(Locale.ROOT)
        + " at "
        + answer.at();
  }

  private static Decision settle(
      Incident incident, PreAlert preAlert, SettlePage command, Moment moment) {
    boolean waits =
        preAlert.find(command.escalationId()).stream()
            .flatMap(e -> e.pages().stream())
            .anyMatch(
                p ->
                    p.recipient() == command.recipient()
                        && (p.state() == PageState.WAITING || p.state() == PageState.DROPPED));
    if (!waits) {
      return Decision.nothing();
    }
    String problem = command.problem();
    return new DraftList(incident.id(), moment)
        .add(
            problem == null
                ? new PageDelivered(preAlert.id(), command.escalationId(), command.recipient())
                : new PageFailed(
                    preAlert.id(), command.escalationId(), command.recipient(), problem))
        .accepted();
  }

  /** The deadline of a level ran out; called for one that is pending. */
  static Decision escalate(Incident incident, EscalationId overdue, Moment moment) {
    Optional<PreAlert> found =
        incident
            .findPreAlert(overdue)
            .filter(p -> p.find(overdue).filter(Escalation::pending).isPresent());
    if (found.isEmpty()) {
      return Decision.nothing();
    }
    PreAlert preAlert = found.get();
    return new DraftList(incident.id(), moment)
        .add(
            preAlert
                .findNextRung()
                .<IncidentEvent>map(
                    rung ->
                        new Escalated(
                            preAlert.id(),
                            overdue,
                            new EscalationId(moment.newId("escalation")),
                            rung.level(),
                            moment.now().plus(moment.policy().limit(Limit.PRE_ALERT_UNANSWERED))))
                .orElseGet(() -> new EscalationExhausted(preAlert.id(), overdue)))
        .accepted();
  }

  /** Whether a hospital was asked of this patient, and not only to be told that it is over. */
  static boolean asked(Incident incident, PatientId patient, HospitalId hospital) {
    return incident.listPreAlerts(patient).stream()
        .anyMatch(p -> p.hospitalId().equals(hospital) && p.cancellable());
  }
}
