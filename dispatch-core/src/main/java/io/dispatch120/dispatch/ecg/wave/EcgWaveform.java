package io.dispatch120.dispatch.ecg.wave;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgWarning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The samples of an ECG and what its file says about them. Immutable.
 *
 * @param leads at least one; the standard twelve in their usual order, then others
 * @param recordedAt null when the file names no time, or one without a time zone
 * @param localTime the device's clock, when the file names no time zone
 * @param device maker and model
 */
public record EcgWaveform(
    EcgFormat format,
    double sampleRateHz,
    List<EcgLead> leads,
    @Nullable Instant recordedAt,
    @Nullable LocalDateTime localTime,
    @Nullable String device,
    EcgSubject subject,
    List<EcgWarning> warnings) {

  public Optional<EcgLead> findLead(String name) {
    return leads.stream().filter(lead -> lead.name().equals(name)).findFirst();
  }

  /**
   * When it was recorded.
   *
   * @param zone what the device's clock is taken for when the file names no time zone
   */
  public Optional<Instant> recordedAt(ZoneId zone) {
    if (recordedAt != null) {
      return Optional.of(recordedAt);
    }
    return localTime == null ? Optional.empty() : Optional.of(localTime.atZone(zone).toInstant());
  }

  /** The day of the recording where it was made, or null. */
  public @Nullable LocalDate recordedOn() {
    if (localTime != null) {
      return localTime.toLocalDate();
    }
    return recordedAt == null ? null : recordedAt.atZone(java.time.ZoneOffset.UTC).toLocalDate();
  }
}
