package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Concern;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.Command.CorrectMilestone;
import io.dispatch120.dispatch.api.Command.RecordMilestone;
import io.dispatch120.dispatch.api.Command.WithdrawMilestone;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.assignment.Assignment.EndingKind;
import io.dispatch120.dispatch.assignment.DeviceClock;
import io.dispatch120.dispatch.assignment.DeviceClock.Corrected;
import io.dispatch120.dispatch.assignment.MilestoneTime;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.AlertEvents.AlertCleared;
import io.dispatch120.dispatch.incident.AssignmentEvents.MilestoneCorrected;
import io.dispatch120.dispatch.incident.AssignmentEvents.MilestoneReached;
import io.dispatch120.dispatch.incident.AssignmentEvents.MilestoneWithdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The steps of an assignment: reached, taken back, corrected. */
final class MilestoneDecisions {

  /** How long a wrong tap can be taken back. */
  static final Duration WITHDRAWAL = Duration.ofSeconds(10);

  /** How far a console's clock may be ahead of ours. */
  static final Duration AHEAD = Duration.ofSeconds(5);

  private MilestoneDecisions() {}

  /** {@code assignment} is live. */
  static Decision record(
      Incident incident, Assignment assignment, RecordMilestone command, Moment moment) {
    Milestone last = assignment.lastMilestone();
    if (command.milestone().compareTo(last) <= 0) {
      return Decision.refused(
          RefusalCode.MILESTONE_OUT_OF_ORDER, "the assignment is already at " + name(last));
    }
    boolean told =
        command.source() == MilestoneSource.VOICE || command.source() == MilestoneSource.DISPATCH;
    Optional<Corrected> time =
        told ? timeTold(incident, command, moment) : timeTapped(assignment, last, command, moment);
    if (time.isEmpty()) {
      return Decision.refused(
          RefusalCode.INVALID_VALUE,
          told ? "a step is between the call and now" : "the time is more than 24 h off");
    }
    DraftList drafts = new DraftList(incident.id(), moment);
    drafts.add(
        time.get().at(),
        new MilestoneReached(
            assignment.id(),
            assignment.unitId(),
            command.milestone(),
            command.source(),
            command.deviceAt(),
            time.get().suspect()));
    // Any step is a sign of life: the crew that had given none has now.
    incident
        .findLiveAlert(new Concern(AlertKind.CREW_WELFARE, assignment.id()))
        .ifPresent(alert -> drafts.add(new AlertCleared(alert.id())));
    return drafts.accepted();
  }

  /**
   * What a dispatcher says, for back entry too: steps may be told to have been before the
   * assignment was entered.
   */
  private static Optional<Corrected> timeTold(
      Incident incident, RecordMilestone command, Moment moment) {
    Instant at = command.at();
    if (at == null) {
      return Optional.of(new Corrected(moment.now(), false));
    }
    if (at.isBefore(earliest(incident)) || at.isAfter(moment.now().plus(AHEAD))) {
      return Optional.empty();
    }
    return Optional.of(new Corrected(at.isAfter(moment.now()) ? moment.now() : at, false));
  }

  private static Optional<Corrected> timeTapped(
      Assignment assignment, Milestone last, RecordMilestone command, Moment moment) {
    Instant deviceAt = command.deviceAt();
    if (deviceAt == null) {
      return Optional.of(new Corrected(moment.now(), false));
    }
    Instant before = assignment.findTime(last).map(MilestoneTime::at).orElse(moment.now());
    return DeviceClock.correct(deviceAt, command.sentAt(), before, moment.now());
  }

  static Decision withdraw(
      Incident incident,
      Assignment assignment,
      Scene scene,
      WithdrawMilestone command,
      Moment moment) {
    Milestone milestone = command.milestone();
    Optional<MilestoneTime> time = assignment.findTime(milestone);
    if (time.isEmpty()) {
      return Decision.refused(
          RefusalCode.MILESTONE_NOT_REACHED, name(milestone) + " has not been reached");
    }
    if (milestone == Milestone.ASSIGNED || milestone != assignment.lastMilestone()) {
      return Decision.refused(
          RefusalCode.MILESTONE_OUT_OF_ORDER, "only the last step of a crew can be taken back");
    }
    Optional<Decision> ended =
        assignment.live()
            ? Optional.empty()
            : refusedAfterEnd(incident, assignment, scene, milestone);
    if (ended.isPresent()) {
      return ended.get();
    }
    if (time.get().recordedAt().plus(WITHDRAWAL).isBefore(moment.now())) {
      return Decision.refused(
          RefusalCode.WITHDRAWAL_TOO_LATE,
          "a step can be taken back for " + WITHDRAWAL.toSeconds() + " s");
    }
    return new DraftList(incident.id(), moment)
        .add(new MilestoneWithdrawn(assignment.id(), assignment.unitId(), milestone))
        .accepted();
  }

  /** Taking back {@code cleared} brings the assignment to life again, if its unit is still free. */
  private static Optional<Decision> refusedAfterEnd(
      Incident incident, Assignment assignment, Scene scene, Milestone milestone) {
    boolean cleared =
        assignment.ending() != null && assignment.ending().kind() == EndingKind.CLEARED;
    if (!cleared || milestone != Milestone.CLEARED) {
      return Optional.of(
          Decision.refused(RefusalCode.ASSIGNMENT_ENDED, "the assignment has ended"));
    }
    if (incident.closed()) {
      return Optional.of(Decision.refused(RefusalCode.INCIDENT_CLOSED, "the incident is closed"));
    }
    Optional<Unit> unit = scene.unit().filter(u -> u.id().equals(assignment.unitId()));
    if (unit.isEmpty()) {
      return Optional.of(Decision.refused(RefusalCode.NOT_FOUND, "there is no such unit"));
    }
    return unit.get().committed()
        ? Optional.of(
            Decision.refused(
                RefusalCode.UNIT_COMMITTED, unit.get().id() + " is in another assignment"))
        : Optional.empty();
  }

  /** By a supervisor, also after the end. Steps stay in the order of time with their neighbours. */
  static Decision correct(
      Incident incident, Assignment assignment, CorrectMilestone command, Moment moment) {
    Optional<MilestoneTime> known = assignment.findTime(command.milestone());
    if (known.isEmpty()) {
      return Decision.refused(
          RefusalCode.MILESTONE_NOT_REACHED, name(command.milestone()) + " has not been reached");
    }
    Instant at = command.at();
    if (at.isBefore(earliest(incident))
        || at.isAfter(moment.now())
        || !inOrder(assignment, command.milestone(), at)) {
      return Decision.refused(
          RefusalCode.INVALID_VALUE, "a step is after the one before it and before the next");
    }
    return at.equals(known.get().at()) && !known.get().clockSuspect()
        ? Decision.nothing()
        : new DraftList(incident.id(), moment)
            .add(
                at,
                new MilestoneCorrected(
                    assignment.id(),
                    assignment.unitId(),
                    command.milestone(),
                    known.get().at(),
                    at,
                    command.reason()))
            .accepted();
  }

  private static boolean inOrder(Assignment assignment, Milestone corrected, Instant at) {
    return assignment.milestones().entrySet().stream()
        .allMatch(
            e -> {
              int order = e.getKey().compareTo(corrected);
              Instant other = e.getValue().at();
              return order == 0 || (order < 0 ? !other.isAfter(at) : !other.isBefore(at));
            });
  }

  /** Nothing of an incident happened before its first call. */
  static Instant earliest(Incident incident) {
    return incident.calls().stream()
        .map(Call::receivedAt)
        .min(Instant::compareTo)
        .orElse(incident.openedAt());
  }

  private static String name(Milestone milestone) {
    return milestone.name().toLowerCase(Locale.ROOT);
  }
}
