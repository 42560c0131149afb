package io.dispatch120.dispatch.api;

import org.jspecify.annotations.Nullable;

/**
 * One lead of an ECG, to draw.
 *
 * @param startSeconds where it begins, counted from the beginning of the recording
 * @param nanovoltsPerUnit what one unit of a sample stands for
 * @param samples base64 of 16-bit samples, signed, little-endian; -32768 is a missing one
 * @param derived true when computed from leads I and II, else null
 */
public record EcgLeadView(
    String name,
    double startSeconds,
    double nanovoltsPerUnit,
    String samples,
    @Nullable Boolean derived) {}
