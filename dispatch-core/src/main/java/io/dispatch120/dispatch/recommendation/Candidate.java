package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.Units;
import io.dispatch120.geo.api.LngLat;
import java.util.Optional;

/**
 * A unit as a recommendation reads it, once: what decides its place in the order. All else is
 * looked up for those that are shown.
 *
 * @param seen its last believable position
 */
record Candidate(Unit unit, Optional<UnitPosition> seen, Availability availability, Block block) {

  static Candidate of(Unit unit, LiveFleet fleet, CapabilityNeeds needs) {
    Optional<UnitPosition> seen = fleet.findBelievable(unit.id());
    Availability availability = Units.availability(unit, seen);
    Block block = Block.of(availability, unit.profile().capabilities(), needs);
    return new Candidate(unit, seen, availability, block);
  }

  /** Where it starts from; its station while nothing is heard of it. */
  LngLat position() {
    return seen.map(UnitPosition::position).orElse(unit.profile().stationPosition());
  }
}
