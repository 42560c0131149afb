package io.dispatch120.dispatch.alert;

import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody must settle (告警). Raised, owned, snoozed and cleared by journal events only.
 *
 * @param level 1 when raised; grows when the condition lasts and the alert is repeated
 * @param proposedUnitId the unit to send instead, when the alert proposes one
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
    @Nullable String owner,
    @Nullable Instant snoozedUntil,
    @Nullable Instant clearedAt) {

  public boolean live() {
    return clearedAt == null;
  }

  public Alert repeated(int newTier, int newLevel, @Nullable UnitId proposed) {
    return new Alert(
        id,
        kind,
        newTier,
        newLevel,
        assignmentId,
        unitId,
        proposed,
        raisedAt,
        null,
        null,
        clearedAt);
  }

  public Alert ownedBy(String newOwner) {
    return new Alert(
        id,
        kind,
        tier,
        level,
        assignmentId,
        unitId,
        proposedUnitId,
        raisedAt,
        newOwner,
        null,
        clearedAt);
  }

  public Alert snoozed(String newOwner, Instant until) {
    return new Alert(
        id,
        kind,
        tier,
        level,
        assignmentId,
        unitId,
        proposedUnitId,
        raisedAt,
        newOwner,
        until,
        clearedAt);
  }

  /** Comes back after a snooze, without an owner, so that it sounds again. */
  public Alert resurfaced() {
    return new Alert(
        id,
        kind,
        tier,
        level,
        assignmentId,
        unitId,
        proposedUnitId,
        raisedAt,
        null,
        null,
        clearedAt);
  }

  public Alert cleared(Instant at) {
    return new Alert(
        id, kind, tier, level, assignmentId, unitId, proposedUnitId, raisedAt, owner, null, at);
  }
}
