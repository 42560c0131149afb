package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.hospital.CapacityNotices;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Consistent pictures of a centre, to start a live board from or to look back. Thread-safe. */
public interface BoardSource {

  /** Everything open, as of one sequence number. */
  Future<Picture> load(CenterId center);

  /** The same at a past instant of database time. */
  Future<Picture> loadAt(CenterId center, Instant at);

  /** A unit as PostgreSQL has it now. */
  Future<Optional<Unit>> findUnit(CenterId center, UnitId id);

  /**
   * Open incidents, all units, what is closed on the roads, which triage cards are in force and
   * what hospitals say of themselves, as of entry {@code seq}.
   */
  record Picture(
      long seq,
      Instant at,
      List<Incident> incidents,
      List<Unit> units,
      ClosedRoads roads,
      CardApprovals cards,
      CapacityNotices notices) {
    public Picture {
      incidents = List.copyOf(incidents);
      units = List.copyOf(units);
    }

    public Picture with(CapacityNotices known) {
      return new Picture(seq, at, incidents, units, roads, cards, known);
    }

    /** Where every hospital takes everybody. */
    public Picture(
        long seq,
        Instant at,
        List<Incident> incidents,
        List<Unit> units,
        ClosedRoads roads,
        CardApprovals cards) {
      this(seq, at, incidents, units, roads, cards, CapacityNotices.NONE);
    }

    /** Where no card is in force and every hospital takes everybody. */
    public Picture(
        long seq, Instant at, List<Incident> incidents, List<Unit> units, ClosedRoads roads) {
      this(seq, at, incidents, units, roads, CardApprovals.NONE);
    }

    /** Where no road is closed. */
    public Picture(long seq, Instant at, List<Incident> incidents, List<Unit> units) {
      this(seq, at, incidents, units, ClosedRoads.NONE);
    }
  }
}
