package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.incident.AlertEvents;
import io.dispatch120.dispatch.incident.AssignmentEvents;
import io.dispatch120.dispatch.incident.CallEvents;
import io.dispatch120.dispatch.incident.CaseFindingEvents;
import io.dispatch120.dispatch.incident.ChestPainEvents;
import io.dispatch120.dispatch.incident.ClosingEvents;
import io.dispatch120.dispatch.incident.DetailEvents;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.PreAlertEvents;
import io.dispatch120.dispatch.incident.TriageEvents;
import io.dispatch120.dispatch.journal.CatalogueChanged;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.triage.CardEvent;
import io.dispatch120.dispatch.view.HospitalSight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a hospital is told of an event of an incident that it has before it. Every kind of event is
 * decided on here; of a kind that is not, nobody is told anything. Pure.
 */
final class HospitalRules {

  /**
   * Told whole is: with its data. What is not told whole, but changes what the hospital is shown,
   * is told bare: that it happened, and the state after it.
   */
  enum Rule {
    /** Whole when it is about one of its patients. */
    PATIENT,
    /** Whole when it is about a pre-alert to it; about another hospital's it is bare. */
    PRE_ALERT,
    /** Whole when the assignment brings one of its patients; about other units it is bare. */
    ASSIGNMENT,
    /** Whole when the alert names it. */
    ALERT,
    /** About the incident, its callers or its place: bare. */
    INCIDENT,
    /** Whole when the unit brings it somebody. Belongs to no incident. */
    UNIT,
    /** Whole when it is its own notice. Belongs to no incident. */
    NOTICE,
    /** Changes nothing that a hospital is shown. */
    NOBODY
  }

  private static final Map<Class<? extends DispatchEvent>, Rule> RULES = rules();

  private HospitalRules() {}

  static Rule of(Class<? extends DispatchEvent> kind) {
    return RULES.getOrDefault(kind, Rule.NOBODY);
  }

  /** Every kind that is decided on. */
  static Map<Class<? extends DispatchEvent>, Rule> all() {
    return RULES;
  }

  /**
   * Whether the hospital may have the data of an event of an incident.
   *
   * @param after the incident after the event
   * @param sight what the hospital sees of it then
   */
  static boolean whole(DispatchEvent event, Incident after, HospitalSight sight) {
    return switch (of(event.getClass())) {
      case PATIENT -> patient(event).filter(sight::sees).isPresent();
      case PRE_ALERT ->
          event instanceof PreAlertEvents.OfPreAlert of
              && after.preAlerts().stream()
                  .anyMatch(p -> p.id().equals(of.preAlertId()) && sight.asked(p));
      case ASSIGNMENT ->
          event instanceof AssignmentEvents.OfAssignment of && sight.brings(of.assignmentId());
      case ALERT ->
          event instanceof AlertEvents.OfAlert of
              && after.findAlert(of.alertId()).filter(sight::isFor).isPresent();
      case INCIDENT, UNIT, NOTICE, NOBODY -> false;
    };
  }

  private static Optional<PatientId> patient(DispatchEvent event) {
    if (event instanceof ChestPainEvents.OfCase ofCase) {
      return Optional.of(ofCase.patientId());
    }
    if (event instanceof DetailEvents.PatientAdded added) {
      return Optional.of(added.patient().id());
    }
    if (event instanceof DetailEvents.PatientChanged changed) {
      return Optional.of(changed.patient().id());
    }
    return event instanceof TriageEvents.TriageRecorded recorded
        ? Optional.of(recorded.patientId())
        : Optional.empty();
  }

  private static Map<Class<? extends DispatchEvent>, Rule> rules() {
    Map<Class<? extends DispatchEvent>, Rule> all = new HashMap<>();
    put(
        all,
        Rule.PATIENT,
        List.of(
            ChestPainEvents.ChestPainOpened.class,
            ChestPainEvents.CaseMilestoneRecorded.class,
            ChestPainEvents.CaseMilestoneCorrected.class,
            ChestPainEvents.VisitRecorded.class,
            ChestPainEvents.DiagnosisRecorded.class,
            ChestPainEvents.ChestPainConcluded.class,
            CaseFindingEvents.EcgRecorded.class,
            CaseFindingEvents.EcgWithdrawn.class,
            CaseFindingEvents.VitalsRecorded.class,
            CaseFindingEvents.TroponinRecorded.class,
            CaseFindingEvents.ChecklistAnswered.class,
            CaseFindingEvents.BypassRecorded.class,
            DetailEvents.PatientAdded.class,
            DetailEvents.PatientChanged.class,
            TriageEvents.TriageRecorded.class));
    put(
        all,
        Rule.PRE_ALERT,
        List.of(
            PreAlertEvents.PreAlertSent.class,
            PreAlertEvents.Escalated.class,
            PreAlertEvents.EscalationExhausted.class,
            PreAlertEvents.PreAlertAnswered.class,
            PreAlertEvents.PreAlertCancelled.class,
            PreAlertEvents.PageDelivered.class,
            PreAlertEvents.PageFailed.class));
    put(
        all,
        Rule.ASSIGNMENT,
        List.of(
            AssignmentEvents.UnitAssigned.class,
            AssignmentEvents.MilestoneReached.class,
            AssignmentEvents.MilestoneWithdrawn.class,
            AssignmentEvents.MilestoneCorrected.class,
            AssignmentEvents.AssignmentDeclined.class,
            AssignmentEvents.AssignmentCancelled.class,
            AssignmentEvents.DestinationChosen.class));
    put(
        all,
        Rule.ALERT,
        List.of(
            AlertEvents.AlertRaised.class,
            AlertEvents.AlertRepeated.class,
            AlertEvents.AlertAcknowledged.class,
            AlertEvents.AlertSnoozed.class,
            AlertEvents.AlertResurfaced.class,
            AlertEvents.AlertCleared.class));
    put(
        all,
        Rule.INCIDENT,
        List.of(
            CallEvents.CallLinked.class,
            CallEvents.CallUnlinked.class,
            CallEvents.IncidentAbsorbed.class,
            CallEvents.IncidentRestored.class,
            DetailEvents.DetailsChanged.class,
            DetailEvents.PriorityChanged.class,
            DetailEvents.LocationReported.class,
            DetailEvents.LocationConfirmed.class,
            ClosingEvents.IncidentClosed.class,
            ClosingEvents.IncidentReopened.class));
    put(all, Rule.UNIT, List.of(UnitAvailabilityChanged.class));
    put(
        all,
        Rule.NOTICE,
        List.of(
            HospitalEvent.CapacityNoticePosted.class, HospitalEvent.CapacityNoticeLifted.class));
    put(
        all,
        Rule.NOBODY,
        List.of(
            CallEvents.IncidentOpened.class,
            CallEvents.CallReceived.class,
            CallEvents.LocatorLinkSent.class,
            CallEvents.MessageSent.class,
            AssignmentEvents.NoticeConfirmed.class,
            RoadEvent.RoadClosed.class,
            RoadEvent.RoadOpened.class,
            CardEvent.CardProposed.class,
            CardEvent.CardApproved.class,
            CardEvent.CardWithdrawn.class,
            CatalogueChanged.class));
    return Map.copyOf(all);
  }

  private static void put(
      Map<Class<? extends DispatchEvent>, Rule> all,
      Rule rule,
      List<Class<? extends DispatchEvent>> kinds) {
    kinds.forEach(kind -> all.put(kind, rule));
  }
}
