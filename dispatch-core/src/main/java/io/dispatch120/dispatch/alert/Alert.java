package io.dispatch120.dispatch.alert;

import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody must settle (告警). Raised, owned, snoozed and cleared by journal events only.
 *
 * @param level 1 when raised; grows when the condition lasts and the alert is repeated
 * @param proposedUnitId the unit to send instead, when the alert proposes one
 * @param soundedAt when it was raised or last repeated
 * @param snoozes how often it was put off, so that each pause has a deadline of its own
 * @param subject what it is about beside the assignment, see {@link Concern}
 */
public record Alert(
    AlertId id,
    AlertKind kind,
    int tier,
    int level,
    @Nullable AssignmentId assignmentId,
    @Nullable UnitId unitId,
    @Nullable UnitId proposedUnitId,
    Instant raisedAt,
    Instant soundedAt,
    @Nullable String owner,
    @Nullable Instant snoozedUntil,
    int snoozes,
    @Nullable Instant clearedAt,
    @Nullable String subject,
    @Nullable PatientId patientId,
    @Nullable HospitalId hospitalId,
    @Nullable Audience audience) {

  /** Who can do something about it; null is the dispatch centre. */
  public enum Audience {
    HOSPITAL
  }

  /** An alert as it is raised at {@code now}: at the tier of its kind, without an owner. */
  public static Alert raise(
      AlertId id,
      AlertKind kind,
      @Nullable AssignmentId assignment,
      @Nullable UnitId unit,
      @Nullable UnitId proposed,
      Instant now) {
    return new Alert(
        id,
        kind,
        kind.tier(),
        1,
        assignment,
        unit,
        proposed,
        now,
        now,
        null,
        null,
        0,
        null,
        null,
        null,
        null,
        null);
  }

  /** The same, about a patient or a hospital too. */
  public Alert about(
      String newSubject,
      @Nullable PatientId patient,
      @Nullable HospitalId hospital,
      @Nullable Audience whose) {
    return new Alert(
        id,
        kind,
        tier,
        level,
        assignmentId,
        unitId,
        proposedUnitId,
        raisedAt,
        soundedAt,
        owner,
        snoozedUntil,
        snoozes,
        clearedAt,
        newSubject,
        patient,
        hospital,
        whose);
  }

  /** What it is about; at most one alert of a concern is live. */
  public Concern concern() {
    return new Concern(kind, assignmentId, subject);
  }

  public boolean snoozed() {
    return snoozedUntil != null;
  }

  public boolean live() {
    return clearedAt == null;
  }

  public Alert repeated(int newTier, int newLevel, @Nullable UnitId proposed, Instant at) {
    return new Alert(
        id,
        kind,
        newTier,
        newLevel,
        assignmentId,
        unitId,
        proposed,
        raisedAt,
        at,
        null,
        null,
        snoozes,
        clearedAt,
        subject,
        patientId,
        hospitalId,
        audience);
  }

  public Alert ownedBy(String newOwner) {
    return held(newOwner, null, snoozes, clearedAt);
  }

  public Alert snoozed(String newOwner, Instant until) {
    return held(newOwner, until, snoozes + 1, clearedAt);
  }

  /** Comes back after a snooze, without an owner, so that it sounds again. */
  public Alert resurfaced() {
    return held(null, null, snoozes, clearedAt);
  }

  public Alert cleared(Instant at) {
    return held(owner, null, snoozes, at);
  }

  private Alert held(
      @Nullable String newOwner,
      @Nullable Instant until,
      int newSnoozes,
      @Nullable Instant newClearedAt) {
    return new Alert(
        id,
        kind,
        tier,
        level,
        assignmentId,
        unitId,
        proposedUnitId,
        raisedAt,
        soundedAt,
        newOwner,
        until,
        newSnoozes,
        newClearedAt,
        subject,
        patientId,
        hospitalId,
        audience);
  }
}
