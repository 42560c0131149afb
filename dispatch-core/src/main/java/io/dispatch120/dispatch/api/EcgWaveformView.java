package io.dispatch120.dispatch.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The samples of an ECG as clients draw them. Nobody's name is in it.
 *
 * @param recordedAt null when the file names no time, or one without a time zone
 * @param localTime the device's clock like 2026-01-02T03:04:05, when the file names no time zone
 * @param leads the standard twelve in their usual order, then others
 */
public record EcgWaveformView(
    EcgFormat format,
    @Nullable Instant recordedAt,
    @Nullable String localTime,
    double sampleRateHz,
    @Nullable String device,
    @Nullable Sex sex,
    @Nullable Integer ageYears,
    List<EcgLeadView> leads,
    List<EcgWarning> warnings) {}
