package io.dispatch120.dispatch.codec;

import static java.util.Map.entry;

import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.incident.AlertEvents;
import io.dispatch120.dispatch.incident.AssignmentEvents;
import io.dispatch120.dispatch.incident.AssignmentEvents.MilestoneReached;
import io.dispatch120.dispatch.incident.CallEvents;
import io.dispatch120.dispatch.incident.CaseFindingEvents;
import io.dispatch120.dispatch.incident.ChestPainEvents;
import io.dispatch120.dispatch.incident.ClosingEvents;
import io.dispatch120.dispatch.incident.DetailEvents;
import io.dispatch120.dispatch.incident.PreAlertEvents;
import io.dispatch120.dispatch.incident.TriageEvents;
import io.dispatch120.dispatch.journal.CatalogueChanged;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.triage.CardEvent;
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
            entry("triage_recorded", TriageEvents.TriageRecorded.class),
            entry("triage_card_proposed", CardEvent.CardProposed.class),
            entry("triage_card_approved", CardEvent.CardApproved.class),
            entry("triage_card_withdrawn", CardEvent.CardWithdrawn.class),
            entry("catalogue_changed", CatalogueChanged.class)));
    all.putAll(chestPain());
    all.put("capacity_notice_posted", HospitalEvent.CapacityNoticePosted.class);
    all.put("capacity_notice_lifted", HospitalEvent.CapacityNoticeLifted.class);
    return Map.copyOf(all);
  }

  private static Map<String, Class<? extends DispatchEvent>> chestPain() {
    return Map.ofEntries(
        entry("chest_pain_opened", ChestPainEvents.ChestPainOpened.class),
        entry("milestone_recorded", ChestPainEvents.CaseMilestoneRecorded.class),
        entry("case_milestone_corrected", ChestPainEvents.CaseMilestoneCorrected.class),
        entry("visit_recorded", ChestPainEvents.VisitRecorded.class),
        entry("diagnosis_recorded", ChestPainEvents.DiagnosisRecorded.class),
        entry("chest_pain_concluded", ChestPainEvents.ChestPainConcluded.class),
        entry("ecg_recorded", CaseFindingEvents.EcgRecorded.class),
        entry("ecg_withdrawn", CaseFindingEvents.EcgWithdrawn.class),
        entry("vitals_recorded", CaseFindingEvents.VitalsRecorded.class),
        entry("troponin_recorded", CaseFindingEvents.TroponinRecorded.class),
        entry("checklist_answered", CaseFindingEvents.ChecklistAnswered.class),
        entry("bypass_recorded", CaseFindingEvents.BypassRecorded.class),
        entry("pre_alert_sent", PreAlertEvents.PreAlertSent.class),
        entry("escalated", PreAlertEvents.Escalated.class),
        entry("escalation_exhausted", PreAlertEvents.EscalationExhausted.class),
        entry("pre_alert_answered", PreAlertEvents.PreAlertAnswered.class),
        entry("pre_alert_cancelled", PreAlertEvents.PreAlertCancelled.class),
        entry("page_delivered", PreAlertEvents.PageDelivered.class),
        entry("page_failed", PreAlertEvents.PageFailed.class));
  }
}
