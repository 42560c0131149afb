package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.EventView;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.incident.AlertEvents.AlertRaised;
import io.dispatch120.dispatch.incident.AssignmentEvents.UnitAssigned;
import io.dispatch120.dispatch.incident.Call;
import io.dispatch120.dispatch.incident.CallEvents.CallLinked;
import io.dispatch120.dispatch.incident.CallEvents.CallReceived;
import io.dispatch120.dispatch.incident.CallEvents.IncidentOpened;
import io.dispatch120.dispatch.incident.CallEvents.IncidentRestored;
import io.dispatch120.dispatch.incident.CallEvents.LocatorLinkSent;
import io.dispatch120.dispatch.incident.CallEvents.MessageSent;
import io.dispatch120.dispatch.incident.DetailEvents.DetailsChanged;
import io.dispatch120.dispatch.incident.DetailEvents.LocationConfirmed;
import io.dispatch120.dispatch.incident.DetailEvents.LocationReported;
import io.dispatch120.dispatch.incident.DetailEvents.PatientAdded;
import io.dispatch120.dispatch.incident.DetailEvents.PatientChanged;
import io.dispatch120.dispatch.incident.IncidentEvent;
import io.dispatch120.dispatch.incident.LocatorLink;
import io.dispatch120.dispatch.incident.PreAlertEvents.PreAlertSent;
import io.dispatch120.dispatch.incident.Triage;
import io.dispatch120.dispatch.incident.TriageEvents.TriageRecorded;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.road.ClosedRoad;
import io.dispatch120.dispatch.road.RoadEvent.RoadClosed;
import java.util.Objects;

/**
 * Journal entries as clients see them. Pure; the same entry gives an equal view on every node.
 *
 * <p>The data of an event has the shape of the view of what it brought, so that a client needs no
 * second reading of the same thing:
 *
 * <table>
 * <caption>Data by type of event</caption>
 * <tr><th>type</th><th>data</th></tr>
 * <tr><td>incident_opened</td><td>the incident as it opened, an {@code IncidentView}</td></tr>
 * <tr><td>call_received, call_linked, incident_restored</td><td>see {@link EventData}</td></tr>
 * <tr><td>unit_assigned</td><td>the assignment, see {@link EventData.Assigned}</td></tr>
 * <tr><td>alert_raised</td><td>{@code AlertView}</td></tr>
 * <tr><td>location_reported, location_confirmed</td><td>{@link EventData.Location}</td></tr>
 * <tr><td>patient_added, patient_changed</td><td>{@code PatientView}</td></tr>
 * <tr><td>incident_details_changed</td><td>the details after the edit</td></tr>
 * <tr><td>message_sent</td><td>{@code MessageView}</td></tr>
 * <tr><td>locator_link_sent</td><td>{@code LinkView}</td></tr>
 * <tr><td>triage_recorded</td><td>{@code TriageView}</td></tr>
 * <tr><td>road_closed</td><td>{@code RoadClosureView}</td></tr>
 * <tr><td>pre_alert_sent</td><td>{@link EventData.Warned}</td></tr>
 * <tr><td>all others</td><td>the fields of the event itself</td></tr>
 * </table>
 */
public final class EventViews {
  private EventViews() {}

  public static EventView of(JournalEntry entry) {
    return new EventView(
        entry.id(),
        entry.seq(),
        entry.event().type(),
        entry.at(),
        entry.recordedAt(),
        entry.actor().toString(),
        entry.incidentId(),
        entry.unitId(),
        data(entry));
  }

  private static Object data(JournalEntry entry) {
    DispatchEvent event = entry.event();
    IncidentId incident = entry.incidentId();
    if (event instanceof RoadClosed closed) {
      return RoadViews.of(ClosedRoad.of(closed, entry.stamp()));
    }
    return event instanceof IncidentEvent ofIncident
        ? data(
            ofIncident,
            Objects.requireNonNull(incident, "an incident's event names its incident"),
            entry.stamp())
        : event;
  }

  private static Object data(IncidentEvent event, IncidentId incident, Stamp stamp) {
    if (event instanceof IncidentOpened opened) {
      return IncidentViews.of(opened.open(stamp), stamp.recordedAt());
    }
    if (event instanceof UnitAssigned assigned) {
      return EventData.Assigned.of(assigned, incident, stamp);
    }
    if (event instanceof AlertRaised raised) {
      return AlertViews.of(incident, raised.alert());
    }
    if (event instanceof LocationReported reported) {
      return new EventData.Location(IncidentViews.fix(reported.fix(), reported.callId()), null);
    }
    if (event instanceof LocationConfirmed confirmed) {
      return new EventData.Location(
          IncidentViews.fix(confirmed.fix(), null), confirmed.sentToCrews());
    }
    if (event instanceof TriageRecorded recorded) {
      return TriageViews.of(new Triage(recorded.patientId(), recorded.result(), stamp.at()));
    }
    return callOrDetailData(event, incident, stamp);
  }

  private static Object callOrDetailData(IncidentEvent event, IncidentId incident, Stamp stamp) {
    if (event instanceof CallReceived received) {
      return new EventData.Received(
          IncidentViews.call(incident, call(received, stamp)), received.possibleDuplicates());
    }
    if (event instanceof CallLinked linked) {
      return EventData.Linked.of(linked, incident);
    }
    if (event instanceof IncidentRestored restored) {
      return EventData.Restored.of(restored);
    }
    if (event instanceof MessageSent sent) {
      return IncidentViews.message(sent.message());
    }
    if (event instanceof LocatorLinkSent sent) {
      return IncidentViews.link(
          new LocatorLink(
              sent.linkId(), sent.callId(), stamp.at(), sent.expiresAt(), sent.delivery()));
    }
    if (event instanceof PatientAdded added) {
      return IncidentViews.patient(added.patient());
    }
    if (event instanceof PatientChanged changed) {
      return IncidentViews.patient(changed.patient());
    }
    if (event instanceof PreAlertSent sent) {
      return EventData.Warned.of(sent, incident);
    }
    return event instanceof DetailsChanged changed ? changed.details() : event;
  }

  private static Call call(CallReceived received, Stamp stamp) {
    return new Call(
        received.callId(),
        received.phone(),
        received.callerName(),
        stamp.at(),
        received.silentCaller(),
        received.recordingRef(),
        received.openedIncident(),
        received.possibleDuplicates());
  }
}
