package io.dispatch120.geo.api;

import org.jspecify.annotations.Nullable;

/**
 * An AED found by a search.
 *
 * @param openNow whether its place is open at the time asked for; null when the hours are unknown
 * @param distanceMeters great-circle distance from the point asked for
 * @param walkSeconds walking time one way, from the AED to the point asked for
 */
public record AedMatch(
    AedSite aed, @Nullable Boolean openNow, double distanceMeters, double walkSeconds) {}
