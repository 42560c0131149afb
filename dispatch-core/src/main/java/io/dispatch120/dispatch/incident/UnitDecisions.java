package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Concern;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command.AssignUnit;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.AlertEvents.AlertRaised;
import io.dispatch120.dispatch.incident.AssignmentEvents.AssignmentCancelled;
import io.dispatch120.dispatch.incident.AssignmentEvents.CancelCause;
import io.dispatch120.dispatch.incident.AssignmentEvents.UnitAssigned;
import io.dispatch120.dispatch.location.LocationFix;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sending a unit, if need be away from a less urgent incident. */
final class UnitDecisions {
  private static final Personal PREEMPTED =
      new Personal("needed for an incident of higher priority");

  private UnitDecisions() {}

  /** {@code incident} is open. */
  static Decision assign(Incident incident, Scene scene, AssignUnit command, Moment moment) {
    Optional<Unit> found = scene.unit().filter(u -> u.id().equals(command.unitId()));
    if (found.isEmpty()) {
      return Decision.refused(RefusalCode.NOT_FOUND, "there is no such unit");
    }
    Unit unit = found.get();
    boolean committed =
        unit.committed()
            || incident.liveAssignments().stream().anyMatch(a -> a.unitId().equals(unit.id()));
    DraftList sent = sent(incident, scene, command, moment);
    if (!committed) {
      return refusedByDuty(unit).orElseGet(sent::accepted);
    }
    if (!command.preempt()) {
      return committed(unit);
    }
    return refusedByDuty(unit).orElseGet(() -> preempt(incident, scene, unit, sent, moment));
  }

  private static DraftList sent(Incident incident, Scene scene, AssignUnit command, Moment moment) {
    AssignmentId id = new AssignmentId(moment.newId(Moment.ASSIGNMENT));
    DraftList drafts = new DraftList(incident.id(), moment);
    drafts.add(
        new UnitAssigned(
            id,
            command.unitId(),
            List.of(),
            destination(incident, moment),
            scene.around().etaSeconds(),
            scene.around().reasons(),
            command.overrideReason()));
    if (scene.around().crewLink() == CrewLink.LOST) {
      Incident after = Provisional.apply(Optional.of(incident), drafts.drafts(), moment);
      Concern concern = new Concern(AlertKind.CREW_NOT_CONNECTED, id);
      drafts.add(new AlertRaised(AlertDecisions.raised(after, concern, null, moment)));
    }
    return drafts;
  }

  /**
   * Where the others were sent, so that all go to one place; the present position for the first.
   */
  private static @Nullable LocationFix destination(Incident incident, Moment moment) {
    LocationFix told = incident.whereabouts().destination();
    return told != null && !incident.liveAssignments().isEmpty()
        ? told
        : IncidentPositions.positionOf(incident, moment.now()).orElse(null);
  }

  private static Optional<Decision> refusedByDuty(Unit unit) {
    Duty duty = unit.duty().duty();
    if (duty == Duty.AVAILABLE) {
      return Optional.empty();
    }
    return Optional.of(
        duty == Duty.OFF_DUTY
            ? Decision.refused(RefusalCode.UNIT_OFF_DUTY, unit.id() + " is off duty")
            : Decision.refused(
                RefusalCode.UNIT_OUT_OF_SERVICE,
                unit.id() + " is out of service: " + unit.duty().reason()));
  }

  private static Decision committed(Unit unit) {
    return Decision.refused(RefusalCode.UNIT_COMMITTED, unit.id() + " is in an assignment");
  }

  /** Takes a unit that has not reached the scene from an incident of strictly lower priority. */
  private static Decision preempt(
      Incident incident, Scene scene, Unit unit, DraftList sent, Moment moment) {
    Optional<Incident> loser =
        scene
            .other()
            .filter(o -> o.id().equals(unit.incidentId()) && !o.id().equals(incident.id()))
            .filter(
                o ->
                    o.details()
                            .effectivePriority()
                            .compareTo(incident.details().effectivePriority())
                        > 0);
    Optional<Assignment> lost =
        loser
            .flatMap(o -> Optional.ofNullable(unit.assignmentId()).flatMap(o::findAssignment))
            .filter(Assignment::live)
            .filter(a -> a.lastMilestone().compareTo(Milestone.EN_ROUTE) <= 0);
    if (loser.isEmpty() || lost.isEmpty()) {
      return committed(unit);
    }
    return Decision.accepted(
        sent.after(taken(loser.get(), lost.get(), scene.around().proposed(), moment)));
  }

  private static DraftList taken(
      Incident loser, Assignment lost, @Nullable UnitId proposed, Moment moment) {
    DraftList drafts = new DraftList(loser.id(), moment);
    drafts.add(new AssignmentCancelled(lost.id(), lost.unitId(), PREEMPTED, CancelCause.PREEMPTED));
    Incident after = Provisional.apply(Optional.of(loser), drafts.drafts(), moment);
    Concern callBack = Concern.of(AlertKind.CALL_BACK_DUE);
    // With another unit still coming nobody has to be told that the help is delayed.
    if (Concerns.of(after).containsKey(callBack) && after.findLiveAlert(callBack).isEmpty()) {
      UnitId replacement = lost.unitId().equals(proposed) ? null : proposed;
      drafts.add(new AlertRaised(AlertDecisions.raised(after, callBack, replacement, moment)));
    }
    return drafts;
  }
}
