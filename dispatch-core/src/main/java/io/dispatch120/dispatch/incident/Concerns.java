package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.Concern;
import io.dispatch120.dispatch.alert.Episode;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.assignment.Assignment;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which concerns hold, as a function of an incident's state alone: no clock, no stamps, so that a
 * state before its commit and the same state after it agree.
 */
final class Concerns {

  /** Kinds whose end is seen in the state; the others end when the incident does. */
  private static final Set<AlertKind> WATCHED =
      EnumSet.of(
          AlertKind.ASSIGNMENT_UNACKNOWLEDGED,
          AlertKind.NOTICE_UNACKNOWLEDGED,
          AlertKind.CREW_NOT_CONNECTED,
          AlertKind.NOT_EN_ROUTE,
          AlertKind.INCIDENT_WAITING,
          AlertKind.POSITION_UNKNOWN,
          AlertKind.CALL_BACK_DUE,
          AlertKind.NO_PATIENT_CONTACT,
          AlertKind.CREW_WELFARE,
          AlertKind.HANDOVER_SLOW,
          AlertKind.LOCATION_CONFLICT,
          AlertKind.DATUM_SUSPECTED,
          AlertKind.ESCALATION_EXHAUSTED,
          AlertKind.PRE_ALERT_REFUSED,
          AlertKind.ESCALATION_CALL_DUE,
          AlertKind.PAGE_FAILED,
          AlertKind.DESTINATION_NEEDED,
          AlertKind.TARGET_WARNING,
          AlertKind.TARGET_BREACHED);

  private Concerns() {}

  /** Every concern that holds, with its stage: what its limit depends on beside its kind. */
  static Map<Concern, String> of(Incident incident) {
    Map<Concern, String> holding = new HashMap<>();
    for (Assignment assignment : incident.assignments()) {
      if (assignment.noticePending()) {
        // Also when the incident is closed: a cancelled crew on the road must be told.
        holding.put(concern(AlertKind.NOTICE_UNACKNOWLEDGED, assignment), "");
      }
      if (assignment.live()) {
        putLive(holding, assignment);
      }
    }
    if (!incident.closed()) {
      putOpen(holding, incident);
    }
    holding.putAll(CaseConcerns.of(incident));
    return holding;
  }

  /** Whether what a live alert is about still holds. */
  static boolean holds(Incident incident, Alert alert) {
    return WATCHED.contains(alert.kind())
        ? of(incident).containsKey(alert.concern())
        : !incident.closed();
  }

  /** The state with its episodes brought up to what holds after an event. */
  static Incident follow(Incident incident, Stamp stamp) {
    Map<Concern, String> holding = of(incident);
    Map<Concern, Episode> episodes = new HashMap<>(incident.episodes());
    episodes.replaceAll((c, e) -> holding.containsKey(c) ? e : e.ended());
    holding.forEach(
        (concern, stage) ->
            episodes.merge(
                concern,
                Episode.first(stage, stamp.recordedAt()),
                (known, first) -> known.goOn(stage, stamp.recordedAt())));
    return episodes.equals(incident.episodes()) ? incident : incident.withEpisodes(episodes);
  }

  private static void putLive(Map<Concern, String> holding, Assignment assignment) {
    Milestone last = assignment.lastMilestone();
    if (last == Milestone.ASSIGNED) {
      holding.put(concern(AlertKind.ASSIGNMENT_UNACKNOWLEDGED, assignment), "");
      holding.put(concern(AlertKind.CREW_NOT_CONNECTED, assignment), "");
    }
    if (last.compareTo(Milestone.EN_ROUTE) < 0) {
      holding.put(concern(AlertKind.NOT_EN_ROUTE, assignment), "");
    }
    if (last == Milestone.ON_SCENE) {
      holding.put(concern(AlertKind.NO_PATIENT_CONTACT, assignment), "");
    }
    if (last == Milestone.ON_SCENE || last == Milestone.PATIENT_CONTACT) {
      // Patient contact is a sign of life: the time begins anew.
      holding.put(concern(AlertKind.CREW_WELFARE, assignment), last.name());
    }
    if (last == Milestone.AT_HOSPITAL) {
      holding.put(concern(AlertKind.HANDOVER_SLOW, assignment), "");
    }
  }

  private static void putOpen(Map<Concern, String> holding, Incident incident) {
    IncidentStatus status = IncidentStatuses.of(incident);
    if (status == IncidentStatus.WAITING) {
      boolean urgent = incident.details().effectivePriority() == Priority.P1;
      holding.put(Concern.of(AlertKind.INCIDENT_WAITING), urgent ? "p1" : "other");
      holding.put(Concern.of(AlertKind.CALL_BACK_DUE), "");
    }
    if (status.compareTo(IncidentStatus.EN_ROUTE) <= 0 && !IncidentPositions.known(incident)) {
      holding.put(Concern.of(AlertKind.POSITION_UNKNOWN), "");
    }
    if (IncidentPositions.findConflict(incident).isPresent()) {
      holding.put(Concern.of(AlertKind.LOCATION_CONFLICT), "");
      holding.put(Concern.of(AlertKind.DATUM_SUSPECTED), "");
    }
  }

  private static Concern concern(AlertKind kind, Assignment assignment) {
    return new Concern(kind, assignment.id());
  }
}
