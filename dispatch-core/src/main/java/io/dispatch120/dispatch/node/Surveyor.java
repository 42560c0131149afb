package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.RecommendationView.UnitOption;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.command.SceneObserver;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.hospital.KnownHospitals;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Scene.Surroundings;
import io.dispatch120.dispatch.recommendation.PossibleDuplicates;
import io.dispatch120.dispatch.recommendation.Recommender;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks around decisions with the live board and fleet of a centre. */
final class Surveyor implements SceneObserver {
  private final Board board;
  private final LiveFleet fleet;
  private final Recommender recommender;
  private final InstantSource clock;

  Surveyor(Board board, LiveFleet fleet, Recommender recommender, InstantSource clock) {
    this.board = board;
    this.fleet = fleet;
    this.recommender = recommender;
    this.clock = clock;
  }

  @Override
  public Surroundings around(Command command, Optional<Incident> incident, Optional<Unit> unit) {
    return observed(command, incident, unit)
        .with(new KnownHospitals(board.catalogue(), board.hospitalServices(), clock.instant()));
  }

  private Surroundings observed(Command command, Optional<Incident> incident, Optional<Unit> unit) {
    Instant now = clock.instant();
    if (command instanceof Command.ReceiveCall call) {
      return aroundCall(call, now);
    }
    if (command instanceof Command.AssignUnit && incident.isPresent() && unit.isPresent()) {
      return aroundAssignment(incident.get(), unit.get(), now);
    }
    if (command instanceof Command.FireDeadline && incident.isPresent()) {
      return new Surroundings(
          List.of(), CrewLink.CONNECTED, proposal(incident.get(), now), null, List.of());
    }
    return Surroundings.NONE;
  }

  private Surroundings aroundCall(Command.ReceiveCall call, Instant now) {
    LocationReport location = call.location();
    LngLat place = location == null ? null : location.position();
    return new Surroundings(
        PossibleDuplicates.find(board, place, call.phone(), now),
        CrewLink.CONNECTED,
        null,
        null,
        List.of());
  }

  private Surroundings aroundAssignment(Incident incident, Unit unit, Instant now) {
    Optional<UnitOption> option =
        find(incident, now, candidate -> candidate.unitId().equals(unit.id()));
    return new Surroundings(
        List.of(),
        fleet.crewLink(unit.id()),
        null,
        option.map(UnitOption::etaSeconds).orElse(null),
        option.map(UnitOption::reasons).orElse(List.of()));
  }

  private @Nullable UnitId proposal(Incident incident, Instant now) {
    return find(incident, now, option -> option.blockedBy() == null)
        .map(UnitOption::unitId)
        .orElse(null);
  }

  private Optional<UnitOption> find(Incident incident, Instant now, Predicate<UnitOption> wanted) {
    return recommender.rank(incident, board, fleet, now).stream().filter(wanted).findFirst();
  }
}
