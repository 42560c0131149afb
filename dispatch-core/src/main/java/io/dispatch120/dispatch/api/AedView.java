package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A defibrillator as clients see it.
 *
 * @param openNow null when the opening hours are unknown or unreadable
 * @param distanceMeters and {@code walkSeconds}: from the place that was asked about, null when
 *     none was
 */
public record AedView(
    String id,
    String name,
    LngLat position,
    @Nullable String building,
    @Nullable String floor,
    @Nullable String placement,
    @Nullable String openingHours,
    @Nullable String hoursText,
    AedAccess access,
    @Nullable Boolean openNow,
    AedReadiness readiness,
    @Nullable Instant lastCheckedAt,
    @Nullable String custodian,
    @Nullable String custodianPhone,
    @Nullable Double distanceMeters,
    @Nullable Double walkSeconds) {}
