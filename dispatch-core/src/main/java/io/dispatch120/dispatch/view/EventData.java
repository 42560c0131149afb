package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView.CallView;
import io.dispatch120.dispatch.api.IncidentView.FixView;
import io.dispatch120.dispatch.api.IncidentView.LinkView;
import io.dispatch120.dispatch.api.IncidentView.MessageView;
import io.dispatch120.dispatch.api.IncidentView.MilestoneView;
import io.dispatch120.dispatch.api.IncidentView.PatientView;
import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.incident.AssignmentEvents.UnitAssigned;
import io.dispatch120.dispatch.incident.Call.PossibleDuplicate;
import io.dispatch120.dispatch.incident.CallEvents.CallLinked;
import io.dispatch120.dispatch.incident.CallEvents.IncidentRestored;
import io.dispatch120.dispatch.incident.Patient;
import io.dispatch120.dispatch.incident.PreAlertEvents.PreAlertSent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shapes of event data that no view has already. */
public final class EventData {
  private EventData() {}

  /** Data of {@code call_received}. */
  public record Received(CallView call, List<PossibleDuplicate> possibleDuplicates) {}

  /**
   * Data of {@code call_linked}: the call, and what followed it here.
   *
   * @param from the incident the call left
   * @param phoneElsewhere its caller is not with the patient: its fixes are no position
   */
  public record Linked(
      CallView call,
      IncidentId from,
      List<FixView> fixes,
      List<MessageView> messages,
      List<LinkView> links,
      @Nullable PatientView patientAdded,
      boolean phoneElsewhere) {

    static Linked of(CallLinked event, IncidentId into) {
      CallId call = event.call().id();
      Patient patient = event.patientAdded();
      return new Linked(
          IncidentViews.call(into, event.call()),
          event.from(),
          event.fixes().stream().map(fix -> IncidentViews.fix(fix, call)).toList(),
          event.messages().stream().map(IncidentViews::message).toList(),
          event.links().stream().map(IncidentViews::link).toList(),
          patient == null ? null : IncidentViews.patient(patient),
          event.phoneElsewhere());
    }
  }

  /**
   * Data of {@code incident_restored}: the call came back from {@code from}, with what is its own
   * by now; what is here already is replaced by it.
   */
  public record Restored(
      IncidentId from,
      CallId callId,
      List<FixView> fixes,
      List<MessageView> messages,
      List<LinkView> links,
      List<PatientView> patients) {

    static Restored of(IncidentRestored event) {
      return new Restored(
          event.from(),
          event.callId(),
          event.fixes().stream().map(fix -> IncidentViews.fix(fix, event.callId())).toList(),
          event.messages().stream().map(IncidentViews::message).toList(),
          event.links().stream().map(IncidentViews::link).toList(),
          event.patients().stream().map(IncidentViews::patient).toList());
    }
  }

  /**
   * Data of {@code location_reported} and {@code location_confirmed}.
   *
   * @param sentToCrews whether crews under way were sent there; null for a report, which never
   *     moves them
   */
  public record Location(FixView fix, @Nullable Boolean sentToCrews) {}

  /**
   * Data of {@code pre_alert_sent}: without the ladder's phones.
   *
   * @param escalationId the first level that was told; null when the hospital has no ladder
   * @param levels how many the ladder has
   */
  public record Warned(
      PreAlertId preAlertId,
      IncidentId incidentId,
      PatientId patientId,
      HospitalId hospitalId,
      PreAlertKind kind,
      @Nullable Strategy strategy,
      @Nullable HospitalId advised,
      @Nullable Personal overrideReason,
      @Nullable EscalationId escalationId,
      Instant dueAt,
      int levels) {

    static Warned of(PreAlertSent event, IncidentId incident) {
      return new Warned(
          event.preAlertId(),
          incident,
          event.patientId(),
          event.hospitalId(),
          event.kind(),
          event.strategy(),
          event.advised(),
          event.overrideReason(),
          event.escalationId(),
          event.dueAt(),
          event.ladder().size());
    }
  }

  /**
   * Data of {@code unit_assigned}: the new assignment with the fields of an assignment's view, and
   * what it was decided on.
   *
   * @param id as in the view; {@code assignmentId} is the same, as every event of an assignment has
   *     it
   * @param destination where the unit was told to go, null when the place was not yet known
   * @param etaSeconds the predicted travel time shown to the dispatcher, if any
   */
  public record Assigned(
      AssignmentId id,
      AssignmentId assignmentId,
      IncidentId incidentId,
      UnitId unitId,
      AssignmentStatus status,
      Map<Milestone, MilestoneView> milestones,
      List<PatientId> patientIds,
      @Nullable PositionView destination,
      @Nullable Double etaSeconds,
      List<String> reasons,
      @Nullable Personal overrideReason) {

    static Assigned of(UnitAssigned event, IncidentId incident, Stamp stamp) {
      MilestoneView assigned =
          new MilestoneView(stamp.at(), stamp.recordedAt(), MilestoneSource.DISPATCH, null, false);
      return new Assigned(
          event.assignmentId(),
          event.assignmentId(),
          incident,
          event.unitId(),
          AssignmentStatus.ASSIGNED,
          Map.of(Milestone.ASSIGNED, assigned),
          event.patients(),
          IncidentViews.positionOrNull(event.destination()),
          event.etaSeconds(),
          event.reasons(),
          event.overrideReason());
    }
  }
}
