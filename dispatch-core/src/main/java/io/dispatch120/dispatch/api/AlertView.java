package io.dispatch120.dispatch.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert as clients see it; also the data of the event {@code alert_raised}. */
public record AlertView(
    AlertId id,
    AlertKind kind,
    int tier,
    int level,
    @Nullable IncidentId incidentId,
    @Nullable AssignmentId assignmentId,
    @Nullable UnitId unitId,
    @Nullable HospitalId hospitalId,
    @Nullable UnitId proposedUnitId,
    Instant raisedAt,
    @Nullable String owner,
    @Nullable Instant snoozedUntil,
    @Nullable Instant clearedAt) {}
