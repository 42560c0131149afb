package io.dispatch120.app.simulation.road;

import io.dispatch120.app.simulation.road.RoadNetwork.Exit;
import io.dispatch120.app.simulation.road.RoadNetwork.Segment;
import io.dispatch120.app.simulation.road.RoadNetwork.Snap;
import io.dispatch120.app.simulation.road.Route.Leg;
import io.dispatch120.geo.api.LngLat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** One search for the quickest way (A* by time) between two places on roads. Used once. */
final class PathSearch {
  private static final int NONE = -1;

  private record Open(int vertex, double estimateSeconds) {}

  private final RoadNetwork roads;
  private final Snap start;
  private final Snap end;

  /** Stands for the end, behind the last vertex. */
  private final int goal;

  private final double[] seconds;
  private final int[] before;
  private final double[] speedKmh;
  private final PriorityQueue<Open> open =
      new PriorityQueue<>(Comparator.comparingDouble(Open::estimateSeconds));

  PathSearch(RoadNetwork roads, Snap start, Snap end) {
    this.roads = roads;
    this.start = start;
    this.end = end;
    goal = roads.size();
    seconds = new double[goal + 1];
    Arrays.fill(seconds, Double.POSITIVE_INFINITY);
    before = new int[goal + 1];
    speedKmh = new double[goal + 1];
  }

  /** The legs from start to end, at least one; empty when no road leads there. */
  Optional<List<Leg>> run() {
    Segment first = start.segment();
    Segment last = end.segment();
    if (first.equals(last) && (first.twoWay() || end.fraction() >= start.fraction())) {
      double part = Math.abs(end.fraction() - start.fraction());
      reach(goal, NONE, part * first.seconds(), first.speedKmh());
    }
    reach(first.to(), NONE, (1 - start.fraction()) * first.seconds(), first.speedKmh());
    // At its beginning one may turn elsewhere, whichever way the segment goes.
    if (first.twoWay() || start.fraction() == 0) {
      reach(first.from(), NONE, start.fraction() * first.seconds(), first.speedKmh());
    }
    boolean[] settled = new boolean[goal + 1];
    while (!open.isEmpty()) {
      int vertex = open.remove().vertex();
      if (vertex == goal) {
        return Optional.of(legs());
      }
      if (!settled[vertex]) {
        settled[vertex] = true;
        leave(vertex);
      }
    }
    return Optional.empty();
  }

  private void leave(int vertex) {
    for (Exit exit : roads.exits(vertex)) {
      reach(exit.to(), vertex, seconds[vertex] + exit.seconds(), exit.speedKmh());
    }
    Segment last = end.segment();
    if (vertex == last.from()) {
      reach(goal, vertex, seconds[vertex] + end.fraction() * last.seconds(), last.speedKmh());
    }
    if (vertex == last.to() && (last.twoWay() || end.fraction() == 1)) {
      reach(goal, vertex, seconds[vertex] + (1 - end.fraction()) * last.seconds(), last.speedKmh());
    }
  }

  private void reach(int vertex, int from, double after, double speed) {
    if (after < seconds[vertex]) {
      seconds[vertex] = after;
      before[vertex] = from;
      speedKmh[vertex] = speed;
      double left = position(vertex).distanceMetersTo(end.position()) * 3.6 / roads.topSpeedKmh();
      open.add(new Open(vertex, after + left));
    }
  }

  private List<Leg> legs() {
    List<Leg> legs = new ArrayList<>();
    for (int vertex = goal; vertex != NONE; vertex = before[vertex]) {
      LngLat from = before[vertex] == NONE ? start.position() : position(before[vertex]);
      boolean junction = vertex != goal && roads.junction(vertex);
      legs.add(new Leg(from, position(vertex), speedKmh[vertex], junction));
    }
    Collections.reverse(legs);
    return legs;
  }

  private LngLat position(int vertex) {
    return vertex == goal ? end.position() : roads.vertex(vertex);
  }
}
