package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Command.CancelAssignment;
import io.dispatch120.dispatch.api.Command.ChooseDestination;
import io.dispatch120.dispatch.api.Command.ConfirmDelivery;
import io.dispatch120.dispatch.api.Command.CorrectMilestone;
import io.dispatch120.dispatch.api.Command.DeclineAssignment;
import io.dispatch120.dispatch.api.Command.OfAssignment;
import io.dispatch120.dispatch.api.Command.RecordMilestone;
import io.dispatch120.dispatch.api.Command.SendCrewMessage;
import io.dispatch120.dispatch.api.Command.SendMessage;
import io.dispatch120.dispatch.api.Command.WithdrawMilestone;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.assignment.Assignment.CrewNotice;
import io.dispatch120.dispatch.incident.AssignmentEvents.AssignmentCancelled;
import io.dispatch120.dispatch.incident.AssignmentEvents.AssignmentDeclined;
import io.dispatch120.dispatch.incident.AssignmentEvents.DestinationChosen;
import io.dispatch120.dispatch.incident.AssignmentEvents.NoticeConfirmed;
import java.util.Optional;

/**
 * Commands to an assignment. For a crew another unit's assignment does not exist. What comes after
 * the end is {@code ASSIGNMENT_ENDED}, whether or not the incident is closed by then.
 */
final class AssignmentDecisions {
  private AssignmentDecisions() {}

  static Decision decide(Incident incident, Scene scene, OfAssignment command, Moment moment) {
    Optional<Assignment> found =
        incident
            .findAssignment(command.assignmentId())
            .filter(a -> moment.actingUnit() == null || moment.actingUnit().equals(a.unitId()));
    if (found.isEmpty()) {
      return Decision.refused(RefusalCode.NOT_FOUND, "there is no such assignment");
    }
    Assignment assignment = found.get();
    if (command instanceof CorrectMilestone c) {
      return MilestoneDecisions.correct(incident, assignment, c, moment);
    }
    if (command instanceof WithdrawMilestone c) {
      return MilestoneDecisions.withdraw(incident, assignment, scene, c, moment);
    }
    if (command instanceof SendCrewMessage c) {
      return CallDecisions.sendMessage(
          incident, new SendMessage(incident.id(), MessageSender.CREW, c.text()), moment);
    }
    if (command instanceof ConfirmDelivery c) {
      return confirm(incident, assignment, c, moment);
    }
    return assignment.live()
        ? decideOnLive(incident, assignment, command, moment)
        : Decision.refused(RefusalCode.ASSIGNMENT_ENDED, "the assignment has ended");
  }

  private static Decision decideOnLive(
      Incident incident, Assignment assignment, OfAssignment command, Moment moment) {
    if (command instanceof RecordMilestone c) {
      return MilestoneDecisions.record(incident, assignment, c, moment);
    }
    if (command instanceof DeclineAssignment c) {
      return decline(incident, assignment, c, moment);
    }
    DraftList drafts = new DraftList(incident.id(), moment);
    if (command instanceof CancelAssignment c) {
      return drafts
          .add(new AssignmentCancelled(assignment.id(), assignment.unitId(), c.reason(), null))
          .accepted();
    }
    if (command instanceof ChooseDestination c) {
      return c.hospitalId().equals(assignment.destination())
          ? Decision.nothing()
          : drafts
              .add(
                  new DestinationChosen(
                      assignment.id(), assignment.unitId(), c.hospitalId(), c.overrideReason()))
              .accepted();
    }
    throw new IllegalArgumentException("no decision for " + command.name());
  }

  /**
   * A crew may decline until it is with a patient: a breakdown on the way or at the door counts.
   * From then on only the dispatch centre ends the assignment, since somebody must take over.
   */
  private static Decision decline(
      Incident incident, Assignment assignment, DeclineAssignment command, Moment moment) {
    return assignment.hadPatientContact()
        ? Decision.refused(
            RefusalCode.MILESTONE_OUT_OF_ORDER,
            "the crew is with a patient; the dispatch centre has to cancel")
        : new DraftList(incident.id(), moment)
            .add(new AssignmentDeclined(assignment.id(), assignment.unitId(), command.reason()))
            .accepted();
  }

  /** Also after the end: the crew confirms that it knows of the cancel. */
  private static Decision confirm(
      Incident incident, Assignment assignment, ConfirmDelivery command, Moment moment) {
    CrewNotice notice = assignment.notice();
    return notice == null || notice.confirmed() || notice.seq() > command.seq()
        ? Decision.nothing()
        : new DraftList(incident.id(), moment)
            .add(new NoticeConfirmed(assignment.id(), assignment.unitId(), notice.seq()))
            .accepted();
  }
}
