package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.adapter.memory.InMemoryState.Center;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.Catalogue.UnitInfo;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.BoardSource;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.RowChange.AssignmentRow;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Pictures of a centre from memory. */
public final class InMemoryBoardSource implements BoardSource {
  private final InMemoryState state;
  private final InstantSource clock;

  InMemoryBoardSource(InMemoryState state, InstantSource clock) {
    this.state = state;
    this.clock = clock;
  }

  @Override
  public Future<Picture> load(CenterId id) {
    synchronized (state) {
      Center center = state.center(id);
      List<Unit> units =
          center.catalogue.units().stream().map(info -> unit(id, center, info)).toList();
      long seq = center.entries.size();
      return Future.succeededFuture(
          new Picture(
                  seq,
                  clock.instant(),
                  open(center, seq),
                  units,
                  center.roads(seq),
                  center.cards(seq))
              .with(center.notices(seq)));
    }
  }

  @Override
  public Future<Picture> loadAt(CenterId id, Instant at) {
    synchronized (state) {
      Center center = state.center(id);
      long seq = center.entries.stream().filter(e -> !e.recordedAt().isAfter(at)).count();
      List<Incident> open = open(center, seq);
      List<Unit> units =
          center.catalogue.units().stream()
              .map(info -> assigned(declared(id, center, info, seq), open))
              .toList();
      return Future.succeededFuture(
          new Picture(seq, at, open, units, center.roads(seq), center.cards(seq))
              .with(center.notices(seq)));
    }
  }

  @Override
  public Future<Optional<Unit>> findUnit(CenterId id, UnitId wanted) {
    synchronized (state) {
      Center center = state.center(id);
      return Future.succeededFuture(
          center.catalogue.units().stream()
              .filter(info -> info.id().equals(wanted))
              .findFirst()
              .map(info -> unit(id, center, info)));
    }
  }

  private static List<Incident> open(Center center, long seq) {
    return center.fold(seq).stream().filter(i -> !i.closed()).toList();
  }

  private static Unit unit(CenterId id, Center center, UnitInfo info) {
    Unit declared = declared(id, center, info, Long.MAX_VALUE);
    return center.assignments.values().stream()
        .filter(row -> !row.ended() && row.unitId().equals(info.id()))
        .findFirst()
        .map((AssignmentRow row) -> declared.assigned(row.id(), row.incidentId()))
        .orElse(declared);
  }

  private static Unit assigned(Unit unit, List<Incident> open) {
    for (Incident incident : open) {
      for (Assignment live : incident.liveAssignments()) {
        if (live.unitId().equals(unit.id())) {
          return unit.assigned(live.id(), incident.id());
        }
      }
    }
    return unit;
  }

  private static Unit declared(CenterId id, Center center, UnitInfo info, long seq) {
    StationInfo station =
        center.catalogue.stations().stream()
            .filter(s -> s.id().equals(info.station()))
            .findFirst()
            .orElseThrow();
    Unit.Profile profile =
        new Unit.Profile(
            info.callsign(),
            info.plate(),
            info.capabilities(),
            info.station(),
            station.position(),
            info.phone());
    Unit unit =
        new Unit(
            info.id(),
            id,
            profile,
            Unit.DutyState.ON_DUTY,
            center.revision(info.id(), seq),
            null,
            null);
    for (JournalEntry entry : center.entries) {
      if (entry.seq() <= seq
          && entry.event() instanceof UnitAvailabilityChanged change
          && change.unitId().equals(info.id())) {
        unit = change.applyTo(unit);
      }
    }
    return unit;
  }
}
