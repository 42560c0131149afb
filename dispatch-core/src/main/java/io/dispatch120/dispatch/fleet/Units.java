package io.dispatch120.dispatch.fleet;

import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.UnitPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What follows of a unit from its state and its position. Pure. */
public final class Units {

  /** A unit this near to its station is at it: the yard, and the error of a fix between houses. */
  static final double AT_STATION_METERS = 200;

  /** Below walking pace a vehicle counts as parked: fixes of a parked one wander. */
  static final double MOVING_MPS = 1.0;

  static final Duration STALE_IN_USE = Duration.ofSeconds(60);
  static final Duration STALE_PARKED = Duration.ofMinutes(10);

  private Units() {}

  /**
   * Whether it can be sent. A live assignment comes first: what was declared meanwhile takes effect
   * when the unit is free. Without a live position the station counts.
   */
  public static Availability availability(Unit unit, Optional<UnitPosition> position) {
    if (unit.committed()) {
      return Availability.COMMITTED;
    }
    Duty duty = unit.duty().duty();
    if (duty != Duty.AVAILABLE) {
      return duty == Duty.OFF_DUTY ? Availability.OFF_DUTY : Availability.OUT_OF_SERVICE;
    }
    boolean away =
        position
            .map(p -> p.position().distanceMetersTo(unit.profile().stationPosition()))
            .filter(meters -> meters > AT_STATION_METERS)
            .isPresent();
    return away ? Availability.AVAILABLE_MOBILE : Availability.AVAILABLE;
  }

  /**
   * Whether its position is older than it should be: shown, never blocking. Without any position
   * only a committed unit is stale; another one stands at its station.
   */
  public static boolean stale(Unit unit, Optional<UnitPosition> position, Instant now) {
    if (position.isEmpty()) {
      return unit.committed();
    }
    UnitPosition last = position.get();
    Double speedMps = last.speedMps();
    boolean inUse = unit.committed() || (speedMps != null && speedMps > MOVING_MPS);
    return last.at().plus(inUse ? STALE_IN_USE : STALE_PARKED).isBefore(now);
  }
}
