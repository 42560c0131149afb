package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.IncidentView.MilestoneView;
import io.dispatch120.dispatch.api.IncidentView.NoticeView;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.assignment.Assignment.CrewNotice;
import io.dispatch120.dispatch.assignment.Assignment.Ending;
import io.dispatch120.dispatch.assignment.MilestoneTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assignments as clients see them. Pure. */
public final class AssignmentViews {
  private AssignmentViews() {}

  /** An assignment of {@code incident}; its milestones stand in their order. */
  public static AssignmentView of(IncidentId incident, Assignment assignment) {
    Ending ending = assignment.ending();
    return new AssignmentView(
        assignment.id(),
        incident,
        assignment.unitId(),
        assignment.status(),
        milestones(assignment),
        assignment.destination(),
        assignment.patients(),
        assignment.reasons(),
        assignment.overrideReason(),
        notice(assignment.notice()),
        ending == null ? null : ending.at(),
        ending == null ? null : ending.reason());
  }

  static MilestoneView milestone(MilestoneTime time) {
    return new MilestoneView(
        time.at(), time.recordedAt(), time.source(), time.deviceAt(), time.clockSuspect());
  }

  private static Map<Milestone, MilestoneView> milestones(Assignment assignment) {
    Map<Milestone, MilestoneView> views = new EnumMap<>(Milestone.class);
    assignment.milestones().forEach((milestone, time) -> views.put(milestone, milestone(time)));
    return Collections.unmodifiableMap(views);
  }

  private static @Nullable NoticeView notice(@Nullable CrewNotice notice) {
    return notice == null
        ? null
        : new NoticeView(notice.kind(), notice.seq(), notice.at(), notice.confirmed());
  }
}
