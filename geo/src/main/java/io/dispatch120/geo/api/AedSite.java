package io.dispatch120.geo.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An AED at its place.
 *
 * @param id unique in its catalogue
 * @param position WGS 84
 * @param building building or part of the place
 * @param floor floor as people there call it
 * @param placement where exactly it hangs, in words
 * @param openingHours hours in OpenStreetMap notation, if they could be read
 * @param hoursText hours as the source gave them
 * @param lastCheckedAt when readiness was last checked
 */
public record AedSite(
    String id,
    String name,
    LngLat position,
    @Nullable String building,
    @Nullable String floor,
    @Nullable String placement,
    @Nullable String openingHours,
    @Nullable String hoursText,
    AedAccess access,
    AedReadiness readiness,
    @Nullable Instant lastCheckedAt) {}
