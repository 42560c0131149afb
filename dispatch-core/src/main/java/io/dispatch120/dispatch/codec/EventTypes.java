package io.dispatch120.dispatch.codec;

import static java.util.Map.entry;

import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.incident.AlertEvents;
import io.dispatch120.dispatch.incident.AssignmentEvents;
import io.dispatch120.dispatch.incident.AssignmentEvents.MilestoneReached;
import io.dispatch120.dispatch.incident.CallEvents;
import io.dispatch120.dispatch.incident.ClosingEvents;
import io.dispatch120.dispatch.incident.DetailEvents;
import io.dispatch120.dispatch.journal.CatalogueChanged;
import io.dispatch120.dispatch.road.RoadEvent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which record stands behind the name of an event. Names are stored for ever: never change one. */
public final class EventTypes {
  private static final Map<String, Class<? extends DispatchEvent>> BY_NAME = byName();

  private EventTypes() {}

  /** Every event name and its record. */
  public static Map<String, Class<? extends DispatchEvent>> all() {
    return BY_NAME;
  }

  static @Nullable Class<? extends DispatchEvent> find(String name) {
    return BY_NAME.get(name);
  }

  private static Map<String, Class<? extends DispatchEvent>> byName() {
    Map<String, Class<? extends DispatchEvent>> all = new HashMap<>();
    MilestoneReached.types().values().forEach(name -> all.put(name, MilestoneReached.class));
    all.putAll(
        Map.ofEntries(
            entry("incident_opened", CallEvents.IncidentOpened.class),
            entry("call_received", CallEvents.CallReceived.class),
            entry("call_linked", CallEvents.CallLinked.class),
            entry("call_unlinked", CallEvents.CallUnlinked.class),
            entry("incident_absorbed", CallEvents.IncidentAbsorbed.class),
            entry("incident_restored", CallEvents.IncidentRestored.class),
            entry("locator_link_sent", CallEvents.LocatorLinkSent.class),
            entry("message_sent", CallEvents.MessageSent.class),
            entry("incident_details_changed", DetailEvents.DetailsChanged.class),
            entry("priority_changed", DetailEvents.PriorityChanged.class),
            entry("patient_added", DetailEvents.PatientAdded.class),
            entry("patient_changed", DetailEvents.PatientChanged.class),
            entry("location_reported", DetailEvents.LocationReported.class),
            entry("location_confirmed", DetailEvents.LocationConfirmed.class),
            entry("unit_assigned", AssignmentEvents.UnitAssigned.class),
            entry("milestone_withdrawn", AssignmentEvents.MilestoneWithdrawn.class),
            entry("milestone_corrected", AssignmentEvents.MilestoneCorrected.class),
            entry("assignment_declined", AssignmentEvents.AssignmentDeclined.class),
            entry("assignment_cancelled", AssignmentEvents.AssignmentCancelled.class),
            entry("destination_chosen", AssignmentEvents.DestinationChosen.class),
            entry("crew_notice_confirmed", AssignmentEvents.NoticeConfirmed.class),
            entry("alert_raised", AlertEvents.AlertRaised.class),
            entry("alert_repeated", AlertEvents.AlertRepeated.class),
            entry("alert_acknowledged", AlertEvents.AlertAcknowledged.class),
            entry("alert_snoozed", AlertEvents.AlertSnoozed.class),
            entry("alert_resurfaced", AlertEvents.AlertResurfaced.class),
            entry("alert_cleared", AlertEvents.AlertCleared.class),
            entry("incident_closed", ClosingEvents.IncidentClosed.class),
            entry("incident_reopened", ClosingEvents.IncidentReopened.class),
            entry("unit_availability_changed", UnitAvailabilityChanged.class),
            entry("road_closed", RoadEvent.RoadClosed.class),
            entry("road_opened", RoadEvent.RoadOpened.class),
            entry("catalogue_changed", CatalogueChanged.class)));
    all.put("capacity_notice_posted", HospitalEvent.CapacityNoticePosted.class);
    all.put("capacity_notice_lifted", HospitalEvent.CapacityNoticeLifted.class);
    return Map.copyOf(all);
  }
}
