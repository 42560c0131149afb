package io.dispatch120.dispatch.api;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit as clients see it.
 *
 * @param position last known; its station's when none is (then {@code position.at} is null)
 * @param positionSuspect {@code position} is farther from the one before than anything drives:
 *     travel times are from the last believable place
 * @param stale the position is older than its limit; shown, never blocking
 */
public record UnitView(
    UnitId id,
    String callsign,
    String plate,
    Set<Capability> capabilities,
    StationId station,
    Availability availability,
    @Nullable String reason,
    @Nullable Instant expectedBackAt,
    @Nullable UnitPositionView position,
    boolean stale,
    CrewLink crewLink,
    @Nullable AssignmentId assignmentId,
    @Nullable IncidentId incidentId,
    @Nullable String phone,
    boolean positionSuspect) {

  public record UnitPositionView(
      double lng,
      double lat,
      @Nullable Instant at,
      @Nullable Double speedMps,
      @Nullable Double headingDegrees) {}
}
