package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Incident;
import java.util.ArrayList;
import java.util.List;

/** Why the units of one recommendation stand where they stand. */
record Reasons(Incident incident, Board board, CapabilityNeeds needs) {

  /**
   * What is known of one unit beside its own state.
   *
   * @param nearest nobody who can be sent arrives sooner
   * @param noRoad a map is loaded, and its way is a guess all the same
   * @param suspect its newest position is not believed
   * @param stale its newest position is old
   */
  record Circumstances(
      boolean nearest, boolean noRoad, boolean suspect, boolean stale, CrewLink link) {}

  /** Codes of {@link Reason}, the weightiest first. */
  List<String> of(Candidate candidate, Circumstances around) {
    List<Reason> reasons = new ArrayList<>();
    if (around.nearest()) {
      reasons.add(Reason.NEAREST_BY_TRAVEL_TIME);
    }
    addWork(candidate, reasons);
    for (Capability capability : needs.wanted()) {
      reasons.add(
          candidate.unit().profile().capabilities().contains(capability)
              ? Reason.has(capability)
              : Reason.lacks(capability));
    }
    if (around.noRoad()) {
      reasons.add(Reason.NO_ROAD_FOUND);
    }
    if (around.suspect()) {
      reasons.add(Reason.POSITION_IMPLAUSIBLE);
    }
    if (candidate.seen().isEmpty()) {
      reasons.add(Reason.NO_LIVE_POSITION);
    } else if (around.stale()) {
      reasons.add(Reason.STALE_POSITION);
    }
    if (around.link() != CrewLink.CONNECTED) {
      reasons.add(Reason.CREW_NOT_CONNECTED);
    }
    return reasons.stream().map(Reason::code).toList();
  }

  private void addWork(Candidate candidate, List<Reason> reasons) {
    Unit unit = candidate.unit();
    IncidentId works = unit.incidentId();
    AssignmentId assignment = unit.assignmentId();
    if (candidate.availability() == Availability.AVAILABLE) {
      reasons.add(Reason.AT_STATION);
    } else if (candidate.availability() == Availability.AVAILABLE_MOBILE) {
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
