package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.RoadClosure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to happen. Deciding it against the present state gives events, or a refusal.
 */
public sealed interface Command {

  /** Stable snake_case name for metrics and logs. */
  default String name() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  /** Commands to an incident that is named. */
  sealed interface OfIncident extends Command {
    IncidentId incidentId();
  }

  /** Commands to an assignment; its incident is looked up. */
  sealed interface OfAssignment extends Command {
    AssignmentId assignmentId();
  }

  /** Commands to an alert; its incident is looked up. */
  sealed interface OfAlert extends Command {
    AlertId alertId();
  }

  record ReceiveCall(
      Personal phone,
      @Nullable Personal callerName,
      CallerWithPatient callerWithPatient,
      boolean silentCaller,
      @Nullable String recordingRef,
      @Nullable Personal address,
      @Nullable Complaint complaint,
      @Nullable Personal note,
      @Nullable LocationReport location,
      boolean sendLink)
      implements Command {}

  record LinkCall(CallId callId, IncidentId incidentId, boolean samePatient) implements Command {}

  record UnlinkCall(CallId callId) implements Command {}

  /** Null fields stay as they are; {@code expectedVersion} null means whatever it is. */
  record ChangeDetails(
      IncidentId incidentId,
      @Nullable Integer expectedVersion,
      @Nullable Personal address,
      @Nullable Personal meetingPoint,
      @Nullable Complaint complaint,
      @Nullable Priority priority,
      @Nullable Personal note,
      @Nullable CallerWithPatient callerWithPatient)
      implements OfIncident {}

  record AddPatient(IncidentId incidentId, PatientDetails details) implements OfIncident {}

  record ChangePatient(PatientId patientId, PatientDetails details) implements Command {}

  /**
   * {@code callId} names the call whose phone it is, null when it is not a phone's or the first
   * call's.
   */
  record ReportLocation(IncidentId incidentId, LocationReport report, @Nullable CallId callId)
      implements OfIncident {}

  record SendLocatorLink(IncidentId incidentId) implements OfIncident {}

  /**
   * {@code callId} names the call of a caller who writes, null for everybody else: a caller sees
   * the own words only.
   */
  record SendMessage(
      IncidentId incidentId, MessageSender sender, Personal text, @Nullable CallId callId)
      implements OfIncident {
    /** From somebody who is not a caller. */
    public SendMessage(IncidentId incidentId, MessageSender sender, Personal text) {
      this(incidentId, sender, text, null);
    }
  }

  /** A crew writes to the dispatch centre. */
  record SendCrewMessage(AssignmentId assignmentId, Personal text) implements OfAssignment {}

  record AssignUnit(
      IncidentId incidentId, UnitId unitId, @Nullable Personal overrideReason, boolean preempt)
      implements OfIncident {}

  /**
   * A step was reached. {@code at} is what a dispatcher says; {@code deviceAt} and {@code sentAt}
   * are what a crew's device says, from which its clock's error is known.
   */
  record RecordMilestone(
      AssignmentId assignmentId,
      Milestone milestone,
      MilestoneSource source,
      @Nullable Instant at,
      @Nullable Instant deviceAt,
      @Nullable Instant sentAt)
      implements OfAssignment {}

  record WithdrawMilestone(AssignmentId assignmentId, Milestone milestone)
      implements OfAssignment {}

  record CorrectMilestone(
      AssignmentId assignmentId, Milestone milestone, Instant at, Personal reason)
      implements OfAssignment {}

  record DeclineAssignment(AssignmentId assignmentId, Personal reason) implements OfAssignment {}

  record CancelAssignment(AssignmentId assignmentId, Personal reason) implements OfAssignment {}

  record ChooseDestination(
      AssignmentId assignmentId, HospitalId hospitalId, @Nullable Personal overrideReason)
      implements OfAssignment {}

  /** The crew's device has received everything up to {@code seq}. */
  record ConfirmDelivery(AssignmentId assignmentId, long seq) implements OfAssignment {}

  record CloseIncident(IncidentId incidentId, Outcome outcome, @Nullable Personal note)
      implements OfIncident {}

  record ReopenIncident(IncidentId incidentId, Personal reason) implements OfIncident {}

  record AcknowledgeAlert(AlertId alertId) implements OfAlert {}

  record SnoozeAlert(AlertId alertId, Duration pause) implements OfAlert {}

  record SetAvailability(
      UnitId unitId, Duty duty, @Nullable String reason, @Nullable Instant expectedBackAt)
      implements Command {}

  /** Commands to the roads of a centre. */
  sealed interface OfRoads extends Command {}

  /**
   * Nobody gets through here.
   *
   * @param roads the pieces of road that {@code shape} closes on the map in use, found beforehand
   *     because finding them takes its time
   * @param reason in words everybody at a screen may read: nothing about a person
   */
  record CloseRoad(
      RoadClosure shape,
      ClosureCause cause,
      String reason,
      @Nullable Instant until,
      List<Line> roads)
      implements OfRoads {
    public CloseRoad {
      roads = List.copyOf(roads);
    }
  }

  record OpenRoad(ClosureId closureId) implements OfRoads {}

  /** Commands to what a hospital says of itself. */
  sealed interface OfHospital extends Command {
    HospitalId hospitalId();
  }

  /**
   * The hospital asks to be spared (接诊受限); replaces the notice it had.
   *
   * @param reason in words everybody at a screen may read: nothing about a person
   * @param until null for the usual time
   */
  record PostCapacityNotice(HospitalId hospitalId, String reason, @Nullable Instant until)
      implements OfHospital {}

  /** It takes everybody again, before the notice has ended by itself. */
  record LiftCapacityNotice(HospitalId hospitalId) implements OfHospital {}

  /** A deadline ran out; sent by any node, in effect once. */
  record FireDeadline(IncidentId incidentId, String timerId, int generation)
      implements OfIncident {}
}
