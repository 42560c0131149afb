package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PageState;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.PreAlertState;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.hospital.Escalation.Answer;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.hospital.Rung;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of pre-alerts: sent, level by level until somebody answers, or called off. */
public final class PreAlertEvents {
  private PreAlertEvents() {}

  /** Facts about one pre-alert. */
  public sealed interface OfPreAlert extends IncidentEvent
      permits PreAlertSent,
          Escalated,
          EscalationExhausted,
          PreAlertAnswered,
          PreAlertCancelled,
          PageDelivered,
          PageFailed {
    PreAlertId preAlertId();
  }

  /** Why the system itself calls a pre-alert off, or a person does. */
  public enum CancelCause {
    DESTINATION_CHANGED,
    ACTIVATION_CANCELLED,
    DIAGNOSIS_CHANGED,
    /** The patient is there: nobody has to answer any more. */
    ARRIVED,
    WITHDRAWN
  }

  /**
   * A hospital is being told, its first level now.
   *
   * @param escalationId of the first level; null when the hospital has no ladder
   * @param ladder who is told, level by level, as it was then
   */
  public record PreAlertSent(
      PreAlertId preAlertId,
      PatientId patientId,
      HospitalId hospitalId,
      PreAlertKind kind,
      @Nullable Strategy strategy,
      @Nullable HospitalId advised,
      @Nullable Personal overrideReason,
      List<Rung> ladder,
      @Nullable EscalationId escalationId,
      Instant dueAt)
      implements OfPreAlert {
    public PreAlertSent {
      ladder = List.copyOf(ladder);
    }

    @Override
    public String type() {
      return "pre_alert_sent";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      PreAlert sent =
          new PreAlert(
              preAlertId,
              patientId,
              hospitalId,
              kind,
              escalationId == null ? PreAlertState.EXHAUSTED : PreAlertState.WAITING,
              stamp.recordedAt(),
              stamp.seq(),
              stamp.actor().name(),
              strategy,
              advised,
              overrideReason,
              ladder,
              List.of());
      PreAlert told =
          escalationId == null ? sent : sent.told(escalationId, stamp.recordedAt(), dueAt);
      Incident after = incident.withPreAlerts(Incident.plus(incident.preAlerts(), told));
      return kind == PreAlertKind.CHEST_PAIN && strategy != null
          ? after.changeCase(patientId, c -> c.with(strategy))
          : after;
    }
  }

  /** Nobody answered in time; the next level was told. */
  public record Escalated(
      PreAlertId preAlertId, EscalationId from, EscalationId escalationId, int level, Instant dueAt)
      implements OfPreAlert {
    @Override
    public String type() {
      return "escalated";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changePreAlert(
          preAlertId, p -> p.told(escalationId, stamp.recordedAt(), dueAt));
    }
  }

  /** Nobody answered in time, and nobody is left to be told. */
  public record EscalationExhausted(PreAlertId preAlertId, EscalationId escalationId)
      implements OfPreAlert {
    @Override
    public String type() {
      return "escalation_exhausted";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changePreAlert(preAlertId, PreAlert::exhausted);
    }
  }

  /**
   * The first answer.
   *
   * @param by user, or the role of the one who answered by the link
   */
  public record PreAlertAnswered(
      PreAlertId preAlertId,
      EscalationId escalationId,
      EscalationAnswer answer,
      @Nullable Personal reason,
      String by,
      MilestoneSource source)
      implements OfPreAlert {
    @Override
    public String type() {
      return "pre_alert_answered";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      Answer given = new Answer(answer, reason, stamp.at(), by, source, stamp.seq());
      return incident.changePreAlert(preAlertId, p -> p.answered(escalationId, given));
    }
  }

  /** No answer is needed any more. */
  public record PreAlertCancelled(
      PreAlertId preAlertId, CancelCause cause, @Nullable Personal reason) implements OfPreAlert {
    @Override
    public String type() {
      return "pre_alert_cancelled";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changePreAlert(preAlertId, PreAlert::cancelled);
    }
  }

  /**
   * A text message went out.
   *
   * @param recipient index among those told at this level
   */
  public record PageDelivered(PreAlertId preAlertId, EscalationId escalationId, int recipient)
      implements OfPreAlert {
    @Override
    public String type() {
      return "page_delivered";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changePreAlert(
          preAlertId, p -> p.paged(escalationId, recipient, PageState.DELIVERED, stamp.at(), null));
    }
  }

  /**
   * A text message could not be delivered.
   *
   * @param problem in words, without personal data
   */
  public record PageFailed(
      PreAlertId preAlertId, EscalationId escalationId, int recipient, String problem)
      implements OfPreAlert {
    @Override
    public String type() {
      return "page_failed";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changePreAlert(
          preAlertId, p -> p.paged(escalationId, recipient, PageState.FAILED, stamp.at(), problem));
    }
  }
}
