package io.dispatch120.app.simulation.crew;

import io.dispatch120.app.simulation.pace.Chance;
import io.dispatch120.app.simulation.road.Drive;
import io.dispatch120.app.simulation.road.Whereabouts;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Route;
import io.dispatch120.geo.api.TravelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ambulance: parked somewhere, or driving somewhere. Not thread-safe. */
final class Vehicle {
  private static final Duration PARKED_REPORTS = Duration.ofSeconds(30);
  private static final double RECEIVER_SIGMA_METERS = 2.5;

  /** Nobody starts the engine for less. */
  private static final double SAME_PLACE_METERS = 30;

  private final Atlas atlas;
  private final Chance chance;
  private LngLat parked;
  private double headingDegrees;
  private @Nullable Drive drive;
  private Instant nextReport = Instant.MIN;

  Vehicle(Atlas atlas, LngLat parked, Chance chance) {
    this.atlas = atlas;
    this.chance = chance;
    this.parked = parked;
  }

  /** Goes there by road from wherever it is; nothing changes when it is on its way already. */
  void driveTo(LngLat target, double haste, Instant now) {
    if (drive != null && drive.end().equals(target)) {
      return;
    }
    LngLat from = whereabouts(now).position();
    if (from.distanceMetersTo(target) < SAME_PLACE_METERS) {
      halt(now);
      return;
    }
    Route route = atlas.roads().route(from, target, TravelProfile.AMBULANCE);
    drive = Drive.along(route, target, now, haste, chance.random());
    nextReport = now;
  }

  /** Pulls over. */
  void halt(Instant now) {
    Whereabouts here = whereabouts(now);
    if (drive != null) {
      nextReport = now;
    }
    parked = here.position();
    headingDegrees = here.headingDegrees();
    drive = null;
  }

  /** Parks when it has got where it was going. */
  void advance(Instant now) {
    if (drive != null && drive.arrived(now)) {
      halt(now);
    }
  }

  boolean driving() {
    return drive != null;
  }

  Whereabouts whereabouts(Instant now) {
    return drive == null ? new Whereabouts(parked, 0, headingDegrees) : drive.at(now);
  }

  /** What its receiver tells, when it is time to: always while driving, now and then parked. */
  Optional<Whereabouts> report(Instant now) {
    if (now.isBefore(nextReport)) {
      return Optional.empty();
    }
    nextReport = driving() ? now : now.plus(PARKED_REPORTS);
    Whereabouts actual = whereabouts(now);
    return Optional.of(
        new Whereabouts(
            chance.near(actual.position(), RECEIVER_SIGMA_METERS),
            actual.speedMps(),
            actual.headingDegrees()));
  }
}
