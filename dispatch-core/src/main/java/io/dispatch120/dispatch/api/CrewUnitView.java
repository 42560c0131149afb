package io.dispatch120.dispatch.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit as its own crew sees it.
 *
 * @param reason given with the last declaration, like {@code expectedBackAt}
 */
public record CrewUnitView(
    UnitId id,
    String callsign,
    String plate,
    String stationName,
    Availability availability,
    @Nullable String reason,
    @Nullable Instant expectedBackAt) {}
