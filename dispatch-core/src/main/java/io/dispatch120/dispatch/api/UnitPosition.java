package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One report of where a unit is.
 *
 * @param position WGS 84
 * @param at device time; the newest by it wins
 * @param headingDegrees clockwise from north
 */
public record UnitPosition(
    UnitId unitId,
    LngLat position,
    Instant at,
    @Nullable Double speedMps,
    @Nullable Double headingDegrees,
    @Nullable Double accuracyMeters) {}
