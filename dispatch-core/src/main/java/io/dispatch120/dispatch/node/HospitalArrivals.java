package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.command.Arrivals;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.incident.CasePatients;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Arrivals by the roads of the moment. One search of the roads each. Thread-safe. */
final class HospitalArrivals implements Arrivals {
  private final Board board;
  private final LiveFleet fleet;
  private final TravelTimes travelTimes;
  private final InstantSource clock;

  HospitalArrivals(Board board, LiveFleet fleet, TravelTimes travelTimes, InstantSource clock) {
    this.board = board;
    this.fleet = fleet;
    this.travelTimes = travelTimes;
    this.clock = clock;
  }

  @Override
  public Optional<Arrival> find(Incident incident, PatientId patient, HospitalId hospital) {
    Optional<LngLat> there =
        board.catalogue().hospitals().stream()
            .filter(h -> h.id().equals(hospital))
            .findFirst()
            .map(HospitalInfo::position);
    if (there.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Assignment> driving =
        CasePatients.assignments(incident, patient).stream()
            .filter(a -> a.live() && a.leftScene())
            .findFirst();
    Optional<LngLat> here = DriveStart.find(incident, driving, fleet, now);
    return here.map(
        place ->
            new Arrival(
                travelTimes
                    .toDestination(List.of(place), there.get(), TravelProfile.AMBULANCE)
                    .get(0)
                    .seconds(),
                driving.isPresent()));
  }
}
