package io.dispatch120.dispatch.fleet;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An ambulance with its crew (急救单元), as far as the journal knows it; live positions are a stream
 * beside it.
 *
 * @param revision sequence number of the last journal entry that touched the unit, 0 when none has
 * @param assignmentId its live assignment, and {@code incidentId} the incident that one is for;
 *     both or neither
 */
public record Unit(
    UnitId id,
    CenterId center,
    Profile profile,
    DutyState duty,
    long revision,
    @Nullable AssignmentId assignmentId,
    @Nullable IncidentId incidentId) {

  /** What the catalogue says of a unit. */
  public record Profile(
      String callsign,
      String plate,
      Set<Capability> capabilities,
      StationId station,
      LngLat stationPosition,
      @Nullable String phone) {
    public Profile {
      // Sorted, so that every node and every start shows them in the same order.
      capabilities = Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
    }
  }

  /** What was last declared of it. */
  public record DutyState(Duty duty, @Nullable String reason, @Nullable Instant expectedBackAt) {
    public static final DutyState ON_DUTY = new DutyState(Duty.AVAILABLE, null, null);
  }

  public boolean committed() {
    return assignmentId != null;
  }

  public Unit at(long newRevision) {
    return new Unit(id, center, profile, duty, newRevision, assignmentId, incidentId);
  }

  public Unit on(DutyState newDuty) {
    return new Unit(id, center, profile, newDuty, revision, assignmentId, incidentId);
  }

  public Unit with(Profile newProfile) {
    return new Unit(id, center, newProfile, duty, revision, assignmentId, incidentId);
  }

  public Unit assigned(AssignmentId assignment, IncidentId incident) {
    return new Unit(id, center, profile, duty, revision, assignment, incident);
  }

  public Unit released() {
    return new Unit(id, center, profile, duty, revision, null, null);
  }
}
