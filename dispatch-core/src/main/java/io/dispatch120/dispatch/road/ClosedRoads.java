package io.dispatch120.dispatch.road;

import io.dispatch120.dispatch.api.ClosureId;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.road.RoadEvent.RoadClosed;
import io.dispatch120.geo.api.RoadClosure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every road closure of a centre that stands, oldest first. Immutable; a change copies at most
 * {@value #LIMIT} references.
 *
 * @param revision sequence number of the last event about roads, 0 when there was none
 */
public record ClosedRoads(List<ClosedRoad> all, long revision) {
  /** More than a city closes in a flood night, few enough to be drawn and searched at once. */
  public static final int LIMIT = 200;

  /** Points a person draws of one closure; the contract's limit. */
  public static final int POINTS_LIMIT = 200;

  /**
   * Points of road that one closure may close: the streets of a town district. Everything a screen
   * gets of it, some 200 kB.
   */
  public static final int ROADS_LIMIT = 10_000;

  /**
   * Points of all closures together, so that a board stays below what a socket may have to wait.
   */
  public static final int TOTAL_LIMIT = 50_000;

  public static final ClosedRoads NONE = new ClosedRoads(List.of(), 0);

  public ClosedRoads {
    all = List.copyOf(all);
  }

  public Optional<ClosedRoad> find(ClosureId id) {
    return all.stream().filter(closed -> closed.id().equals(id)).findFirst();
  }

  /** What the roads are closed by. */
  public List<RoadClosure> shapes() {
    return all.stream().map(ClosedRoad::shape).toList();
  }

  /** Those whose time has come. */
  public List<ClosedRoad> listDue(Instant now) {
    return all.stream().filter(closed -> closed.due(now)).toList();
  }

  public int drawnPoints() {
    return all.stream().mapToInt(ClosedRoad::drawnPoints).sum();
  }

  /** The state after an event. */
  public ClosedRoads with(RoadEvent event, Stamp stamp) {
    List<ClosedRoad> after = new ArrayList<>(all);
    after.removeIf(closed -> closed.id().equals(event.id()));
    if (event instanceof RoadClosed closed) {
      after.add(ClosedRoad.of(closed, stamp));
    }
    return new ClosedRoads(after, stamp.seq());
  }
}
