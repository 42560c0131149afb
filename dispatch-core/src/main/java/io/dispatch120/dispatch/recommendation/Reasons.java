package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.UnitView;
import io.dispatch120.dispatch.api.UnitView.UnitPositionView;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.incident.Incident;
import java.util.ArrayList;
import java.util.List;

/** Why the units of one recommendation stand where they stand. */
record Reasons(Incident incident, Board board, CapabilityNeeds needs) {

  /** Codes of {@link Reason}, the weightiest first. */
  List<String> of(UnitView unit, boolean nearest) {
    List<Reason> reasons = new ArrayList<>();
    if (nearest) {
      reasons.add(Reason.NEAREST_BY_TRAVEL_TIME);
    }
    addWork(unit, reasons);
    for (Capability capability : needs.wanted()) {
      reasons.add(
          unit.capabilities().contains(capability)
              ? Reason.has(capability)
              : Reason.lacks(capability));
    }
    UnitPositionView position = unit.position();
    if (position == null || position.at() == null) {
      reasons.add(Reason.NO_LIVE_POSITION);
    } else if (unit.stale()) {
      reasons.add(Reason.STALE_POSITION);
    }
    if (unit.crewLink() != CrewLink.CONNECTED) {
      reasons.add(Reason.CREW_NOT_CONNECTED);
    }
    return reasons.stream().map(Reason::code).toList();
  }

  private void addWork(UnitView unit, List<Reason> reasons) {
    IncidentId works = unit.incidentId();
    AssignmentId assignment = unit.assignmentId();
    if (unit.availability() == Availability.AVAILABLE) {
      reasons.add(Reason.AT_STATION);
    } else if (unit.availability() == Availability.AVAILABLE_MOBILE) {
      reasons.add(Reason.RETURNING);
    } else if (incident.id().equals(works)) {
      reasons.add(Reason.ALREADY_ASSIGNED_HERE);
    } else if (works != null && assignment != null && preemptible(works, assignment)) {
      reasons.add(Reason.EN_ROUTE_TO_LOWER_PRIORITY);
    }
  }

  private boolean preemptible(IncidentId other, AssignmentId assignment) {
    return board
        .findIncident(other)
        .filter(
            theirs ->
                theirs
                        .details()
                        .effectivePriority()
                        .compareTo(incident.details().effectivePriority())
                    > 0)
        .flatMap(theirs -> theirs.findAssignment(assignment))
        .filter(a -> a.lastMilestone().compareTo(Milestone.EN_ROUTE) <= 0)
        .isPresent();
  }
}
