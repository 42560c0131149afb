package io.dispatch120.dispatch.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * From when to when.
 *
 * @param to excluded
 */
public record ReportRange(Instant from, Instant to) {
  /** Three years and a day: longer ones are compared from several reports. */
  private static final Duration LONGEST = Duration.ofDays(3 * 366);

  /**
   * Reads days such as {@code 2026-11-01}, or instants with a zone. A day begins and ends in {@code
   * zone}; {@code to} as a day is included.
   *
   * @return empty for what is neither, goes backwards, or is longer than three years
   */
  public static Optional<ReportRange> parse(String from, String to, ZoneId zone) {
    try {
      ReportRange range = new ReportRange(instant(from, zone, 0), instant(to, zone, 1));
      return range.from.isBefore(range.to)
              && Duration.between(range.from, range.to).compareTo(LONGEST) <= 0
          ? Optional.of(range)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(String text, ZoneId zone, int daysOn) {
    return text.length() == 10
        ? LocalDate.parse(text).plusDays(daysOn).atStartOfDay(zone).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }
}
