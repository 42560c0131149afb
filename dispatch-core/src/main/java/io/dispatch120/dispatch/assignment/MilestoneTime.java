package io.dispatch120.dispatch.assignment;

import io.dispatch120.dispatch.api.MilestoneSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a milestone was reached.
 *
 * @param at corrected device time, or the time a dispatcher gave
 * @param recordedAt when the journal took it, database time
 * @param deviceAt what the crew's device said, uncorrected
 * @param clockSuspect the device's clock was so far off that {@code at} had to be clamped or
 *     strongly shifted
 * @param seq the journal entry that says so
 */
public record MilestoneTime(
    Instant at,
    Instant recordedAt,
    MilestoneSource source,
    @Nullable Instant deviceAt,
    boolean clockSuspect,
    long seq) {}
