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

  /** Commands to one patient; the incident is looked up. */
  sealed interface OfPatient extends Command {
    PatientId patientId();
  }

  /** Commands to one level of a pre-alert; the incident is looked up. */
  sealed interface OfEscalation extends Command {
    EscalationId escalationId();
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

  record ChangePatient(PatientId patientId, PatientDetails details) implements OfPatient {}

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

  /** Opens the chest-pain case of a patient; a second one changes nothing. */
  record OpenChestPain(PatientId patientId, @Nullable Instant symptomOnset, MilestoneSource source)
      implements OfPatient {}

  /**
   * A step of the pathway. {@code at} is what somebody says; {@code deviceAt} and {@code sentAt}
   * are what a crew's device says. A step that has a time already is changed only by saying one.
   */
  record RecordCaseMilestone(
      PatientId patientId,
      CaseMilestone milestone,
      MilestoneSource source,
      @Nullable Instant at,
      @Nullable Instant deviceAt,
      @Nullable Instant sentAt,
      @Nullable Personal reason)
      implements OfPatient {}

  /** The step never was. */
  record RemoveCaseMilestone(
      PatientId patientId, CaseMilestone milestone, MilestoneSource source, Personal reason)
      implements OfPatient {}

  /** When the patient came to a hospital or left it; null is not said. */
  record RecordVisit(
      PatientId patientId,
      HospitalId hospitalId,
      @Nullable Instant arrival,
      @Nullable Instant departure,
      MilestoneSource source)
      implements OfPatient {}

  record RecordDiagnosis(
      PatientId patientId,
      Diagnosis diagnosis,
      MilestoneSource source,
      @Nullable Instant at,
      @Nullable Instant deviceAt,
      @Nullable Instant sentAt)
      implements OfPatient {}

  /** The whole file is stored. */
  record RecordEcg(PatientId patientId, EcgFile ecg, MilestoneSource source) implements OfPatient {}

  record WithdrawEcg(PatientId patientId, EcgId ecgId, Personal reason) implements OfPatient {}

  record RecordVitals(PatientId patientId, Vitals vitals, MilestoneSource source)
      implements OfPatient {}

  record RecordTroponin(PatientId patientId, Troponin troponin, MilestoneSource source)
      implements OfPatient {}

  record AnswerChecklist(PatientId patientId, ChecklistAnswers answers, MilestoneSource source)
      implements OfPatient {}

  record RecordBypass(
      PatientId patientId,
      boolean emergencyDepartment,
      boolean coronaryCareUnit,
      MilestoneSource source)
      implements OfPatient {}

  /** Nothing more is expected to happen. */
  record ConcludeChestPain(PatientId patientId) implements OfPatient {}

  /**
   * Warns a hospital, which becomes the destination of the units that have the patient.
   *
   * @param strategy null for what the hospital can do at this hour
   * @param advised the hospital that the advice named first, when another one was chosen
   */
  record SendPreAlert(
      PatientId patientId,
      HospitalId hospitalId,
      PreAlertKind kind,
      @Nullable Strategy strategy,
      @Nullable HospitalId advised,
      @Nullable Personal overrideReason)
      implements OfPatient {}

  record CancelPreAlert(PatientId patientId, HospitalId hospitalId, Personal reason)
      implements OfPatient {}

  /**
   * The hospital's word. The first one counts, whichever level it comes from.
   *
   * @param by the role of a doctor who answers by link; null for the actor
   */
  record AnswerEscalation(
      EscalationId escalationId,
      EscalationAnswer answer,
      @Nullable Personal reason,
      @Nullable String by,
      MilestoneSource source)
      implements OfEscalation {}

  /** What became of a text message; {@code problem} is null when it went out. */
  record SettlePage(EscalationId escalationId, int recipient, @Nullable String problem)
      implements OfEscalation {}

  /** Commands to the triage cards of a centre. */
  sealed interface OfTriageCards extends Command {}

  /**
   * Asks for a card to be put in force; a second person has to agree.
   *
   * @param sha256 of the card as it is installed
   * @param physician who approved its content
   * @param effectiveFrom from when it counts; a past time means at once
   */
  record ProposeCard(
      String card, int version, String sha256, String physician, Instant effectiveFrom)
      implements OfTriageCards {}

  /**
   * @param sha256 of the card as it is installed: only what was proposed is approved
   */
  record ApproveCard(String card, ProposalId proposalId, String sha256) implements OfTriageCards {}

  /** No version of the card counts any more, at once. */
  record WithdrawCard(String card, String reason) implements OfTriageCards {}

  /**
   * A card was answered.
   *
   * @param patientId null for the first one
   * @param result what the card makes of the answers, found beforehand; counts only while exactly
   *     that card is in force
   */
  record RecordTriage(IncidentId incidentId, @Nullable PatientId patientId, TriageResult result)
      implements OfIncident {}

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
