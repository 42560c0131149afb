package io.dispatch120.locator.crew;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.IncidentView.MilestoneView;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.UnitId;
import java.util.Map;

/**
 * A crew's assignment as an answer: the fields that every assignment has in the contract stand at
 * the top, beside all else that the crew needs.
 */
record CrewAnswer(
    AssignmentId id,
    UnitId unitId,
    AssignmentStatus status,
    Map<Milestone, MilestoneView> milestones,
    @JsonUnwrapped CrewAssignmentView view) {

  static CrewAnswer of(CrewAssignmentView view) {
    AssignmentView assignment = view.assignment();
    return new CrewAnswer(
        assignment.id(), assignment.unitId(), assignment.status(), assignment.milestones(), view);
  }
}
