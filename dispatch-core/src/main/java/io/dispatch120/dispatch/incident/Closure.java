package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How and when an incident was closed; {@code absorbedInto} names the incident its call was linked
 * to, {@code raisedFrom} the priority that one had before it took over this one's higher one.
 */
public record Closure(
    Outcome outcome,
    @Nullable Personal note,
    Instant at,
    @Nullable IncidentId absorbedInto,
    @Nullable Priority raisedFrom) {}
