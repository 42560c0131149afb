package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An incident as clients see it. Status, position and number are derived.
 *
 * @param priority P1 while {@code triaged} is false
 * @param position where help is to go, null while unknown
 * @param destination where the crews were sent, null before the first assignment
 * @param cases chest-pain cases of its patients, without advice
 * @param preAlerts of every kind, in the order they were sent
 * @param triage the newest; null before the first
 * @param version of the editable details only
 * @param seq the last journal entry folded in
 */
public record IncidentView(
    IncidentId id,
    String number,
    CenterId center,
    IncidentStatus status,
    Priority priority,
    boolean triaged,
    @Nullable Complaint complaint,
    @Nullable Personal address,
    @Nullable Personal meetingPoint,
    @Nullable Personal note,
    CallerWithPatient callerWithPatient,
    @Nullable PositionView position,
    @Nullable PositionView destination,
    List<FixView> fixes,
    List<CallView> calls,
    List<PatientView> patients,
    @Nullable TriageView triage,
    List<AssignmentView> assignments,
    List<AlertView> alerts,
    List<MessageView> messages,
    List<LinkView> links,
    List<ChestPainCaseView> cases,
    List<PreAlertView> preAlerts,
    int version,
    long seq,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable Outcome outcome,
    @Nullable IncidentId absorbedInto) {

  /** A position with what is known of its quality. */
  public record PositionView(
      double lng, double lat, double radiusMeters, FixSource source, Instant at) {
    public LngLat toLngLat() {
      return new LngLat(lng, lat);
    }
  }

  public record FixView(
      String id,
      double lng,
      double lat,
      double radiusMeters,
      FixSource source,
      Instant at,
      @Nullable CallId callId) {}

  public record CallView(
      CallId id,
      IncidentId incidentId,
      Personal phone,
      @Nullable Personal callerName,
      Instant receivedAt,
      boolean silentCaller,
      @Nullable String recordingRef) {}

  public record PatientView(
      PatientId id,
      @Nullable Personal name,
      Sex sex,
      @Nullable Integer ageYears,
      @Nullable TriageTag tag,
      @Nullable Personal findings,
      @Nullable Outcome outcome) {}

  /**
   * The last triage of the incident.
   *
   * @param open questions that are not known and may change the result
   * @param chestPainOpened the card opens a chest-pain case
   */
  public record TriageView(
      String card,
      int version,
      PatientId patientId,
      Map<String, String> answers,
      Priority priority,
      Set<Capability> capabilities,
      List<TriageResult.Instruction> instructions,
      List<String> open,
      boolean chestPainOpened,
      boolean arrestRecognised,
      @Nullable Instant symptomOnset,
      Instant at) {}

  public record AssignmentView(
      AssignmentId id,
      IncidentId incidentId,
      UnitId unitId,
      AssignmentStatus status,
      Map<Milestone, MilestoneView> milestones,
      @Nullable HospitalId destinationHospitalId,
      List<PatientId> patientIds,
      List<String> reasons,
      @Nullable Personal overrideReason,
      @Nullable NoticeView notice,
      @Nullable Instant endedAt,
      @Nullable Personal endReason) {}

  public record MilestoneView(
      Instant at,
      Instant recordedAt,
      MilestoneSource source,
      @Nullable Instant deviceAt,
      boolean clockSuspect) {}

  /** What the crew has been told after it was sent, and whether its device has confirmed. */
  public record NoticeView(String kind, long seq, Instant at, boolean confirmed) {}

  public record MessageView(String id, MessageSender from, Personal text, Instant at) {}

  public record LinkView(CallId callId, Instant sentAt, Instant expiresAt, String delivery) {}
}
