package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.IncidentView.CallView;
import io.dispatch120.dispatch.api.IncidentView.FixView;
import io.dispatch120.dispatch.api.IncidentView.LinkView;
import io.dispatch120.dispatch.api.IncidentView.MessageView;
import io.dispatch120.dispatch.api.IncidentView.PatientView;
import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.incident.Call;
import io.dispatch120.dispatch.incident.Closure;
import io.dispatch120.dispatch.incident.Details;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentPositions;
import io.dispatch120.dispatch.incident.IncidentStatuses;
import io.dispatch120.dispatch.incident.LocatorLink;
import io.dispatch120.dispatch.incident.Message;
import io.dispatch120.dispatch.incident.Patient;
import io.dispatch120.dispatch.incident.Whereabouts.Reported;
import io.dispatch120.dispatch.location.LocationFix;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Incidents and their parts as clients see them. Pure; linear in the size of the incident. Personal
 * texts stay typed as such: whoever writes them out masks them by the reader's role.
 */
public final class IncidentViews {
  private IncidentViews() {}

  /**
   * The incident with everything derived from it.
   *
   * @param now the moment for which its position is judged: fixes lose worth with age
   */
  public static IncidentView of(Incident incident, Instant now) {
    IncidentId id = incident.id();
    Details details = incident.details();
    Closure closure = incident.closure();
    return new IncidentView(
        id,
        incident.number(),
        incident.center(),
        IncidentStatuses.of(incident),
        details.effectivePriority(),
        details.priority() != null,
        details.complaint(),
        details.address(),
        details.meetingPoint(),
        details.note(),
        details.callerWithPatient(),
        findPosition(incident, now).orElse(null),
        positionOrNull(incident.whereabouts().destination()),
        incident.whereabouts().fixes().stream().map(IncidentViews::fix).toList(),
        incident.calls().stream().map(call -> call(id, call)).toList(),
        incident.patients().stream().map(IncidentViews::patient).toList(),
        TriageViews.findNewest(incident).orElse(null),
        incident.assignments().stream().map(a -> AssignmentViews.of(id, a)).toList(),
        incident.alerts().stream().map(alert -> AlertViews.of(id, alert)).toList(),
        incident.messages().stream().map(IncidentViews::message).toList(),
        incident.links().stream().map(IncidentViews::link).toList(),
        incident.cases().stream().map(c -> CaseViews.of(incident, c, now)).toList(),
        incident.preAlerts().stream().map(p -> PreAlertViews.of(id, p)).toList(),
        details.version(),
        incident.revision(),
        incident.openedAt(),
        closure == null ? null : closure.at(),
        closure == null ? null : closure.outcome(),
        closure == null ? null : closure.absorbedInto());
  }

  /** Where help is to go, as far as it is known at {@code now}. */
  public static Optional<PositionView> findPosition(Incident incident, Instant now) {
    return IncidentPositions.positionOf(incident, now).map(IncidentViews::position);
  }

  public static PositionView position(LocationFix fix) {
    return new PositionView(
        fix.position().lng(), fix.position().lat(), fix.radiusMeters(), fix.source(), fix.at());
  }

  /** A fix and the call it came with. */
  public static FixView fix(Reported reported) {
    String call = reported.callId();
    return fix(reported.fix(), call == null ? null : new CallId(call));
  }

  static FixView fix(LocationFix fix, @Nullable CallId call) {
    return new FixView(
        fix.id(),
        fix.position().lng(),
        fix.position().lat(),
        fix.radiusMeters(),
        fix.source(),
        fix.at(),
        call);
  }

  /** A call of the incident it belongs to now. */
  public static CallView call(IncidentId incident, Call call) {
    return new CallView(
        call.id(),
        incident,
        call.phone(),
        call.callerName(),
        call.receivedAt(),
        call.silentCaller(),
        call.recordingRef());
  }

  public static PatientView patient(Patient patient) {
    return new PatientView(
        patient.id(),
        patient.name(),
        patient.sex(),
        patient.ageYears(),
        patient.tag(),
        patient.findings(),
        patient.outcome());
  }

  public static MessageView message(Message message) {
    return new MessageView(message.id(), message.sender(), message.text(), message.at());
  }

  /** A link as sent; neither its token nor what the token is derived from is shown. */
  public static LinkView link(LocatorLink link) {
    return new LinkView(link.callId(), link.sentAt(), link.expiresAt(), link.delivery());
  }

  static @Nullable PositionView positionOrNull(@Nullable LocationFix fix) {
    return fix == null ? null : position(fix);
  }
}
