package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.FleetTracker;
import io.dispatch120.dispatch.stream.StreamHub;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The way of position reports on one node: to the fleet, to the other nodes and the screens, and to
 * the track. Used on the loop.
 */
final class PositionIntake {
  /**
   * Track points kept while the database is away: a minute of 300 units; older ones are given up.
   */
  private static final int TRACK_BACKLOG = 20_000;

  private final CenterId id;
  private final Board board;
  private final FleetTracker fleet;
  private final StreamHub streams;
  private final NodeParts parts;
  private final List<UnitPosition> movedHere = new ArrayList<>();
  private final List<UnitPosition> track = new ArrayList<>();
  private boolean writing;

  PositionIntake(Board board, FleetTracker fleet, StreamHub streams, NodeParts parts) {
    this.id = board.center();
    this.board = board;
    this.fleet = fleet;
    this.streams = streams;
    this.parts = parts;
  }

  /** Reports that came to this node. */
  void take(Collection<UnitPosition> reports) {
    List<UnitPosition> known = known(reports);
    known.stream().map(UnitPosition::unitId).distinct().forEach(fleet::heardFrom);
    movedHere.addAll(fleet.take(known));
    track.addAll(known);
    // Positions matter while they are fresh: of a backlog the oldest go first.
    int surplus = track.size() - TRACK_BACKLOG;
    if (surplus > 0 && !writing) {
      track.subList(0, surplus).clear();
    }
  }

  /** Reports that came to another node, or are the last ones of before. */
  void takeFromElsewhere(Collection<UnitPosition> reports) {
    fleet.take(known(reports));
  }

  private List<UnitPosition> known(Collection<UnitPosition> reports) {
    return reports.stream().filter(r -> board.findUnit(r.unitId()).isPresent()).toList();
  }

  /** Tells screens and other nodes what moved since the last time. */
  void tell() {
    streams.positions(fleet.drainChanged(), fleet.listPositions());
    if (!movedHere.isEmpty()) {
      parts.bus().moved(id, List.copyOf(movedHere));
      movedHere.clear();
    }
  }

  /** Writes the track; what fails stays for the next time. */
  void write() {
    if (writing || track.isEmpty()) {
      return;
    }
    writing = true;
    List<UnitPosition> batch = List.copyOf(track);
    parts
        .stores()
        .tracks()
        .record(id, batch)
        .onComplete(
            end ->
                parts
                    .loop()
                    .execute(
                        () -> {
                          writing = false;
                          if (end.succeeded()) {
                            track.subList(0, Math.min(batch.size(), track.size())).clear();
                          } else {
                            parts.watch().fault(end.cause());
                          }
                        }));
  }

  /** Writes what is left, once. */
  Future<Void> finish() {
    List<UnitPosition> rest = List.copyOf(track);
    track.clear();
    return rest.isEmpty() ? Future.succeededFuture() : parts.stores().tracks().record(id, rest);
  }
}
