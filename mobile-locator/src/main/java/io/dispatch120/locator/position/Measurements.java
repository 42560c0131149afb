package io.dispatch120.locator.position;

import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Findings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Reads measured positions out of valid requests: WGS 84 from here on. Thread-safe. */
public final class Measurements {
  private static final Duration OLDEST = Duration.ofHours(24);

  /** How far a device's clock may be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final Datums datums;
  private final InstantSource clock;

  public Measurements(Datums datums, InstantSource clock) {
    this.datums = datums;
    this.clock = clock;
  }

  /** The WGS 84 position of {@code lng}, {@code lat} and {@code datum}. */
  public LngLat placeOf(Fields position) {
    return toWgs84(new LngLat(position.number("lng"), position.number("lat")), datumOf(position));
  }

  public LngLat toWgs84(LngLat point, Datum from) {
    return datums.toWgs84(point, from);
  }

  /** The datum that a position says it is given in. */
  public static Datum datumOf(Fields position) {
    Datum datum = position.choiceOrNull("datum", Datum.class);
    return datum == null ? Datum.WGS84 : datum;
  }

  /**
   * When it was measured. A clock ahead of ours counts as now: a position from the future would win
   * over all that follow.
   */
  public @Nullable Instant timeOf(Fields position) {
    Instant at = position.instantOrNull("at");
    Instant now = clock.instant();
    return at != null && at.isAfter(now) ? now : at;
  }

  /** Whether the time of a measurement can be true: 24 h back and 10 min ahead at most. */
  public boolean isTimely(Instant at) {
    Instant now = clock.instant();
    return !at.isBefore(now.minus(OLDEST)) && !at.isAfter(now.plus(AHEAD));
  }

  /** Adds {@code at} to the findings when it cannot be true; its absence is fine. */
  public void checkTime(Fields position, Findings findings) {
    Instant at = position.instantOrNull("at");
    if (at != null && !isTimely(at)) {
      findings.add(position.nameOf("at"), "must be within the last 24 h, and 10 min ahead at most");
    }
  }
}
