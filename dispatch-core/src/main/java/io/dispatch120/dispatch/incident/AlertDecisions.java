package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.Concern;
import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.Command.AcknowledgeAlert;
import io.dispatch120.dispatch.api.Command.FireDeadline;
import io.dispatch120.dispatch.api.Command.OfAlert;
import io.dispatch120.dispatch.api.Command.SnoozeAlert;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.assignment.Assignment.CrewNotice;
import io.dispatch120.dispatch.incident.AlertEvents.AlertAcknowledged;
import io.dispatch120.dispatch.incident.AlertEvents.AlertRaised;
import io.dispatch120.dispatch.incident.AlertEvents.AlertRepeated;
import io.dispatch120.dispatch.incident.AlertEvents.AlertResurfaced;
import io.dispatch120.dispatch.incident.AlertEvents.AlertSnoozed;
import io.dispatch120.dispatch.incident.AssignmentEvents.NoticeConfirmed;
import io.dispatch120.dispatch.incident.ChestPainEvents.ChestPainConcluded;
import io.dispatch120.dispatch.incident.Deadlines.Step;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alerts: taken over and put off by people, raised and repeated by deadlines. */
final class AlertDecisions {

  /** Longer than this is not a pause but forgetting. */
  static final Duration MAX_SNOOZE = Duration.ofHours(4);

  private AlertDecisions() {}

  static Decision decide(Incident incident, OfAlert command, Moment moment) {
    Optional<Alert> found = incident.findAlert(command.alertId());
    if (found.isEmpty()) {
      return Decision.refused(RefusalCode.NOT_FOUND, "there is no such alert");
    }
    Alert alert = found.get();
    if (!alert.live()) {
      return Decision.refused(RefusalCode.ALERT_CLEARED, "the alert is cleared");
    }
    if (command instanceof AcknowledgeAlert) {
      return acknowledge(incident, alert, moment);
    }
    if (command instanceof SnoozeAlert c) {
      return snooze(incident, alert, c.pause(), moment);
    }
    throw new IllegalArgumentException("no decision for " + command.name());
  }

  /**
   * Owning the alert that a crew has not confirmed a notice is to phone it. Once the incident is
   * closed nobody waits for the device any more: the crew counts as told.
   */
  private static Decision acknowledge(Incident incident, Alert alert, Moment moment) {
    String owner = moment.actor().name();
    DraftList drafts = new DraftList(incident.id(), moment);
    if (!owner.equals(alert.owner()) || alert.snoozed()) {
      drafts.add(new AlertAcknowledged(alert.id(), owner));
    }
    if (incident.closed() && alert.kind() == AlertKind.NOTICE_UNACKNOWLEDGED) {
      Optional.ofNullable(alert.assignmentId())
          .flatMap(incident::findAssignment)
          .filter(Assignment::noticePending)
          .ifPresent(a -> drafts.add(told(a)));
    }
    return drafts.accepted();
  }

  private static NoticeConfirmed told(Assignment assignment) {
    long seq = Optional.ofNullable(assignment.notice()).map(CrewNotice::seq).orElseThrow();
    return new NoticeConfirmed(assignment.id(), assignment.unitId(), seq);
  }

  private static Decision snooze(Incident incident, Alert alert, Duration pause, Moment moment) {
    if (pause.isNegative() || pause.isZero() || pause.compareTo(MAX_SNOOZE) > 0) {
      return Decision.refused(
          RefusalCode.INVALID_VALUE, "a pause is 1 s to " + MAX_SNOOZE.toSeconds() + " s");
    }
    return new DraftList(incident.id(), moment)
        .add(new AlertSnoozed(alert.id(), moment.actor().name(), moment.now().plus(pause)))
        .accepted();
  }

  /** A deadline that something has overtaken changes nothing. */
  static Decision fire(Incident incident, Scene scene, FireDeadline command, Moment moment) {
    return Deadlines.findStep(
            incident, command.timerId(), command.generation(), moment.policy(), moment.now())
        .map(step -> ran(incident, scene, step, moment))
        .orElseGet(Decision::nothing);
  }

  private static Decision ran(Incident incident, Scene scene, Step step, Moment moment) {
    Concern concern = step.concern();
    if (concern != null && concern.subject() != null) {
      if (concern.kind() == AlertKind.PRE_ALERT_UNANSWERED) {
        return PreAlertDecisions.escalate(incident, new EscalationId(concern.subject()), moment);
      }
      if (concern.kind() == AlertKind.CASE_LEFT_OPEN) {
        return new DraftList(incident.id(), moment)
            .add(new ChestPainConcluded(new PatientId(concern.subject())))
            .accepted();
      }
    }
    return new DraftList(incident.id(), moment)
        .add(event(incident, scene, step, moment))
        .accepted();
  }

  private static IncidentEvent event(Incident incident, Scene scene, Step step, Moment moment) {
    Alert live = step.live();
    Concern concern = step.concern();
    if (concern == null) {
      return new AlertResurfaced(Optional.ofNullable(live).map(Alert::id).orElseThrow());
    }
    int level = live == null ? 1 : live.level() + 1;
    UnitId proposed = proposes(concern.kind(), level) ? scene.around().proposed() : null;
    if (live != null) {
      return new AlertRepeated(live.id(), step.tier(), level, live.unitId(), proposed);
    }
    return new AlertRaised(raised(incident, concern, proposed, moment));
  }

  /** An alert about {@code concern}, with the unit of its assignment. */
  static Alert raised(
      Incident incident, Concern concern, @Nullable UnitId proposed, Moment moment) {
    UnitId unit =
        Optional.ofNullable(concern.assignmentId())
            .flatMap(incident::findAssignment)
            .map(Assignment::unitId)
            .orElse(null);
    AlertKind kind = concern.kind();
    String subject = concern.subject();
    String label = Moment.alert(kind) + (subject == null ? "" : "/" + subject);
    Alert alert =
        Alert.raise(
            new AlertId(moment.newId(label)),
            kind,
            concern.assignmentId(),
            unit,
            proposed,
            moment.now());
    return subject == null ? alert : CaseAlerts.about(incident, alert, subject);
  }

  /** Whether another unit is the remedy: nobody is coming, or a crew does not answer twice. */
  private static boolean proposes(AlertKind kind, int level) {
    return switch (kind) {
      case INCIDENT_WAITING -> true;
      case ASSIGNMENT_UNACKNOWLEDGED, NOT_EN_ROUTE -> level > 1;
      default -> false;
    };
  }
}
