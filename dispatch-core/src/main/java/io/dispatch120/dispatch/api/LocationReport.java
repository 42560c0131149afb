package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position as somebody sends it.
 *
 * @param position already converted to WGS 84 at the edge
 * @param radiusMeters 95 % radius; null takes the default of the source
 * @param given the datum it came in
 * @param at when it was measured; null means now
 */
public record LocationReport(
    LngLat position,
    @Nullable Double radiusMeters,
    FixSource source,
    Datum given,
    @Nullable Instant at) {}
