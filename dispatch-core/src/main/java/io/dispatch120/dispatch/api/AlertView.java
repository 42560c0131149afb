package io.dispatch120.dispatch.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as clients see it; also the data of the event {@code alert_raised}.
 *
 * @param subject what it is about beside its ids, such as the name of an interval
 * @param audience {@code dispatch} or {@code hospital}: who can do something about it
 */
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
    @Nullable Instant clearedAt,
    @Nullable PatientId patientId,
    @Nullable String subject,
    String audience) {}
