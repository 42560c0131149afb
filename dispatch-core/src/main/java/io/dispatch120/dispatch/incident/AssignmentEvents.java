package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.assignment.Assignment.CrewNotice;
import io.dispatch120.dispatch.assignment.Assignment.Ending;
import io.dispatch120.dispatch.assignment.Assignment.EndingKind;
import io.dispatch120.dispatch.assignment.MilestoneTime;
import io.dispatch120.dispatch.location.LocationFix;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The life of assignments, from sending a unit to setting it free. */
public final class AssignmentEvents {
  private AssignmentEvents() {}

  /** Facts about one assignment and its unit. */
  public sealed interface OfAssignment extends IncidentEvent
      permits UnitAssigned,
          MilestoneReached,
          MilestoneWithdrawn,
          MilestoneCorrected,
          AssignmentDeclined,
          AssignmentCancelled,
          DestinationChosen,
          NoticeConfirmed {
    AssignmentId assignmentId();

    @Override
    UnitId unitId();
  }

  /**
   * A unit was sent.
   *
   * @param destination where it was told to go, as the crews already under way were; null when the
   *     place was not yet known
   * @param etaSeconds the predicted travel time shown to the dispatcher, if any
   */
  public record UnitAssigned(
      AssignmentId assignmentId,
      UnitId unitId,
      List<PatientId> patients,
      @Nullable LocationFix destination,
      @Nullable Double etaSeconds,
      List<String> reasons,
      @Nullable Personal overrideReason)
      implements OfAssignment {
    public UnitAssigned {
      patients = List.copyOf(patients);
      reasons = List.copyOf(reasons);
    }

    @Override
    public String type() {
      return "unit_assigned";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      MilestoneTime assigned =
          new MilestoneTime(
              stamp.at(), stamp.recordedAt(), MilestoneSource.DISPATCH, null, false, stamp.seq());
      Assignment assignment =
          new Assignment(
              assignmentId,
              unitId,
              Map.of(Milestone.ASSIGNED, assigned),
              null,
              patients,
              reasons,
              overrideReason,
              null,
              null);
      Incident sent = incident.withAssignments(Incident.plus(incident.assignments(), assignment));
      return destination != null ? sent.with(sent.whereabouts().sentTo(destination)) : sent;
    }
  }

  /** A step was reached; the last one ends the assignment. */
  public record MilestoneReached(
      AssignmentId assignmentId,
      UnitId unitId,
      Milestone milestone,
      MilestoneSource source,
      @Nullable Instant deviceAt,
      boolean clockSuspect)
      implements OfAssignment {
    private static final Map<Milestone, String> TYPES =
        Map.of(
            Milestone.ACKNOWLEDGED, "assignment_acknowledged",
            Milestone.EN_ROUTE, "unit_en_route",
            Milestone.ON_SCENE, "unit_on_scene",
            Milestone.PATIENT_CONTACT, "patient_contacted",
            Milestone.TRANSPORTING, "transport_started",
            Milestone.AT_HOSPITAL, "hospital_reached",
            Milestone.HANDED_OVER, "patient_handed_over",
            Milestone.CLEARED, "assignment_cleared");

    /** The event types this record stands for, one for each milestone after the first. */
    public static Map<Milestone, String> types() {
      return TYPES;
    }

    @Override
    public String type() {
      return Optional.ofNullable(TYPES.get(milestone))
          .orElseThrow(() -> new IllegalStateException("no event for " + milestone));
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      MilestoneTime time =
          new MilestoneTime(
              stamp.at(), stamp.recordedAt(), source, deviceAt, clockSuspect, stamp.seq());
      return incident.changeAssignment(
          assignmentId,
          a -> {
            Assignment reached = a.with(milestone, time);
            return milestone == Milestone.CLEARED
                ? reached.ended(new Ending(EndingKind.CLEARED, null, stamp.at()))
                : reached;
          });
    }
  }

  /** A wrong tap was taken back; the journal keeps both. */
  public record MilestoneWithdrawn(AssignmentId assignmentId, UnitId unitId, Milestone milestone)
      implements OfAssignment {
    @Override
    public String type() {
      return "milestone_withdrawn";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeAssignment(
          assignmentId,
          a -> {
            Assignment less = a.without(milestone);
            return milestone == Milestone.CLEARED ? less.ended(null) : less;
          });
    }
  }

  /** A supervisor corrected a time; the event's own time is the corrected one. */
  public record MilestoneCorrected(
      AssignmentId assignmentId,
      UnitId unitId,
      Milestone milestone,
      Instant from,
      Instant to,
      Personal reason)
      implements OfAssignment {
    @Override
    public String type() {
      return "milestone_corrected";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeAssignment(
          assignmentId,
          a ->
              a.findTime(milestone)
                  .map(
                      t ->
                          corrected(
                              a,
                              new MilestoneTime(
                                  to,
                                  t.recordedAt(),
                                  t.source(),
                                  t.deviceAt(),
                                  false,
                                  stamp.seq())))
                  .orElse(a));
    }

    private Assignment corrected(Assignment assignment, MilestoneTime time) {
      Assignment changed = assignment.with(milestone, time);
      return milestone == Milestone.CLEARED
          ? changed.ended(new Ending(EndingKind.CLEARED, null, to))
          : changed;
    }
  }

  /** Declined by its crew. */
  public record AssignmentDeclined(AssignmentId assignmentId, UnitId unitId, Personal reason)
      implements OfAssignment {
    @Override
    public String type() {
      return "assignment_declined";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeAssignment(
          assignmentId, a -> a.ended(new Ending(EndingKind.DECLINED, reason, stamp.at())));
    }
  }

  /** The dispatch centre took the assignment back; the crew has to confirm that it knows. */
  public record AssignmentCancelled(
      AssignmentId assignmentId, UnitId unitId, Personal reason, @Nullable CancelCause cause)
      implements OfAssignment {
    @Override
    public String type() {
      return "assignment_cancelled";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeAssignment(
          assignmentId,
          a ->
              a.ended(new Ending(EndingKind.CANCELLED, reason, stamp.at()))
                  .notified(new CrewNotice("cancelled", stamp.seq(), stamp.recordedAt(), false)));
    }
  }

  /** Why the centre itself took a unit away. */
  public enum CancelCause {
    PREEMPTED
  }

  public record DestinationChosen(
      AssignmentId assignmentId,
      UnitId unitId,
      HospitalId hospitalId,
      @Nullable Personal overrideReason)
      implements OfAssignment {
    @Override
    public String type() {
      return "destination_chosen";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeAssignment(assignmentId, a -> a.to(hospitalId));
    }
  }

  /** The crew's device received what it had to be told. */
  public record NoticeConfirmed(AssignmentId assignmentId, UnitId unitId, long noticeSeq)
      implements OfAssignment {
    @Override
    public String type() {
      return "crew_notice_confirmed";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeAssignment(
          assignmentId,
          a -> {
            CrewNotice notice = a.notice();
            return notice == null || notice.seq() > noticeSeq
                ? a
                : a.notified(new CrewNotice(notice.kind(), notice.seq(), notice.at(), true));
          });
    }
  }

  /** Every live assignment of {@code incident} with a notice its crew must confirm. */
  static Incident noticeToLive(Incident incident, String kind, Stamp stamp) {
    return incident.withAssignments(
        Incident.changed(
            incident.assignments(),
            Assignment::live,
            a -> a.notified(new CrewNotice(kind, stamp.seq(), stamp.recordedAt(), false))));
  }
}
