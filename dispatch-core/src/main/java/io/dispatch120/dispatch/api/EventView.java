package io.dispatch120.dispatch.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A journal entry as clients see it. {@code data} is rendered by the type of the event. */
public record EventView(
    UUID id,
    long seq,
    String type,
    Instant at,
    Instant recordedAt,
    String actor,
    @Nullable IncidentId incidentId,
    @Nullable UnitId unitId,
    Object data) {}
