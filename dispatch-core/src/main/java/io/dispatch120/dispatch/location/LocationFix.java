package io.dispatch120.dispatch.location;

import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;

/**
 * One report of a position (定位).
 *
 * @param position WGS 84
 * @param radiusMeters radius of the circle that holds the truth with 95 % probability
 * @param at when the position was measured
 * @param given the datum it came in, kept to explain a suspected mix-up
 */
public record LocationFix(
    String id, LngLat position, double radiusMeters, FixSource source, Instant at, Datum given) {}
