package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.MilestoneSource;
import java.time.Instant;

/**
 * A diagnosis and who made it.
 *
 * @param by user name
 */
public record Diagnosed(
    Diagnosis diagnosis, Instant at, String by, MilestoneSource source, long seq) {}
