package io.dispatch120.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a crew device's idea of time into ours. The device says when the tap was made and when the
 * message left; the second against our clock gives its error (the way of the message is neglected),
 * which also holds for the first, even when the tap waited offline for hours. Pure.
 */
public final class DeviceClock {

  /** Beyond this even a corrected time is no time of this assignment. */
  static final Duration MAX_DISTANCE = Duration.ofHours(24);

  /** A clock this far off was never synchronised: phones keep network time to a second. */
  static final Duration SUSPECT_OFFSET = Duration.ofMinutes(2);

  /** A clamp up to this is the way of the message and rounding. */
  static final Duration SUSPECT_CLAMP = Duration.ofSeconds(5);

  private DeviceClock() {}

  /**
   * @param at corrected and within the span
   * @param suspect the clock was far off, or the time had to be moved into the span
   */
  public record Corrected(Instant at, boolean suspect) {}

  /**
   * The time of a tap.
   *
   * @param sentAt when the device sent it by its own clock; null takes the clock as right
   * @param earliest the step before it; it cannot have been earlier
   * @return empty when it is more than 24 h off after the correction
   */
  public static Optional<Corrected> correct(
      Instant deviceAt, @Nullable Instant sentAt, Instant earliest, Instant now) {
    Duration offset = sentAt == null ? Duration.ZERO : Duration.between(sentAt, now);
    Instant at = deviceAt.plus(offset);
    if (Duration.between(at, now).abs().compareTo(MAX_DISTANCE) > 0) {
      return Optional.empty();
    }
    Instant clamped = at;
    if (at.isBefore(earliest)) {
      clamped = earliest;
    }
    if (clamped.isAfter(now)) {
      clamped = now;
    }
    boolean suspect =
        offset.abs().compareTo(SUSPECT_OFFSET) > 0
            || Duration.between(at, clamped).abs().compareTo(SUSPECT_CLAMP) > 0;
    return Optional.of(new Corrected(clamped, suspect));
  }
}
