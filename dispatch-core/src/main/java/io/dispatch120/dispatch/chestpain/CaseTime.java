package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.MilestoneSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a step was, and who says so.
 *
 * @param at the corrected time of the device, or the time that was told
 * @param seq the journal entry that says so: every figure of a report leads back to it
 * @param corrected by a later entry than the first
 */
public record CaseTime(
    Instant at,
    Instant recordedAt,
    MilestoneSource source,
    @Nullable Instant deviceAt,
    boolean clockSuspect,
    boolean corrected,
    long seq) {}
