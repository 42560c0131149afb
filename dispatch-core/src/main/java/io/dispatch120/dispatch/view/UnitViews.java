package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.CrewUnitView;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.api.UnitView;
import io.dispatch120.dispatch.api.UnitView.UnitPositionView;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.Units;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Units as clients see them. Pure. */
public final class UnitViews {
  private UnitViews() {}

  /** The unit as of now, where the fleet last saw it. */
  public static UnitView of(Unit unit, LiveFleet fleet, Instant now) {
    UnitView seen = of(unit, fleet.findPosition(unit.id()), fleet.crewLink(unit.id()), now);
    return fleet.suspect(unit.id())
        ? suspect(seen, Units.availability(unit, fleet.findBelievable(unit.id())))
        : seen;
  }

  /** Shown where it says it is; whether it is at its station follows from where it can be. */
  private static UnitView suspect(UnitView seen, Availability availability) {
    return new UnitView(
        seen.id(),
        seen.callsign(),
        seen.plate(),
        seen.capabilities(),
        seen.station(),
        availability,
        seen.reason(),
        seen.expectedBackAt(),
        seen.position(),
        seen.stale(),
        seen.crewLink(),
        seen.assignmentId(),
        seen.incidentId(),
        seen.phone(),
        true);
  }

  /** The unit seen at {@code position}; without one it counts at its station. */
  public static UnitView of(
      Unit unit, Optional<UnitPosition> position, CrewLink crewLink, Instant now) {
    return new UnitView(
        unit.id(),
        unit.profile().callsign(),
        unit.profile().plate(),
        unit.profile().capabilities(),
        unit.profile().station(),
        Units.availability(unit, position),
        unit.duty().reason(),
        unit.duty().expectedBackAt(),
        position.map(UnitViews::position).orElseGet(() -> atStation(unit)),
        Units.stale(unit, position, now),
        crewLink,
        unit.assignmentId(),
        unit.incidentId(),
        unit.profile().phone(),
        false);
  }

  /**
   * The unit for its own crew.
   *
   * @param stations of its centre
   */
  public static CrewUnitView ofCrew(
      Unit unit, Optional<UnitPosition> position, List<StationInfo> stations) {
    StationId station = unit.profile().station();
    return new CrewUnitView(
        unit.id(),
        unit.profile().callsign(),
        unit.profile().plate(),
        stations.stream()
            .filter(s -> s.id().equals(station))
            .map(StationInfo::name)
            .findFirst()
            .orElse(station.value()),
        Units.availability(unit, position),
        unit.duty().reason(),
        unit.duty().expectedBackAt());
  }

  private static UnitPositionView position(UnitPosition seen) {
    return new UnitPositionView(
        seen.position().lng(),
        seen.position().lat(),
        seen.at(),
        seen.speedMps(),
        seen.headingDegrees());
  }

  private static UnitPositionView atStation(Unit unit) {
    LngLat station = unit.profile().stationPosition();
    return new UnitPositionView(station.lng(), station.lat(), null, null, null);
  }
}
