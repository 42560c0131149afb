package io.dispatch120.app.simulation.road;

import io.dispatch120.app.simulation.road.Route.Leg;
import io.dispatch120.geo.api.LngLat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The demo's roads as a graph. Some ten thousand segments, so that glancing at all of them for the
 * nearest one costs less than an index would explain. Immutable, thread-safe.
 */
public final class RoadNetwork {

  /** From one vertex to the next; {@code twoWay} when it may be driven backwards too. */
  record Segment(int from, int to, double meters, double speedKmh, boolean twoWay) {
    double seconds() {
      return meters * 3.6 / speedKmh;
    }
  }

  /** The nearest place on a road, {@code fraction} of the way along the segment. */
  record Snap(Segment segment, double fraction, LngLat position) {}

  /** A segment as driven from a vertex. */
  record Exit(int to, double seconds, double speedKmh) {}

  private final List<LngLat> vertices = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final List<List<Exit>> exits = new ArrayList<>();
  private final double topSpeedKmh;

  public RoadNetwork(List<Road> roads) {
    Map<LngLat, Integer> numbers = new HashMap<>();
    for (Road road : roads) {
      for (int i = 1; i < road.line().size(); i++) {
        int from = number(numbers, road.line().get(i - 1));
        int to = number(numbers, road.line().get(i));
        if (from != to) {
          add(from, to, road);
        }
      }
    }
    topSpeedKmh = segments.stream().mapToDouble(Segment::speedKmh).max().orElse(1);
  }

  private int number(Map<LngLat, Integer> numbers, LngLat position) {
    return numbers.computeIfAbsent(
        position,
        added -> {
          vertices.add(added);
          exits.add(new ArrayList<>());
          return vertices.size() - 1;
        });
  }

  private void add(int from, int to, Road road) {
    double meters = vertices.get(from).distanceMetersTo(vertices.get(to));
    Segment segment = new Segment(from, to, meters, road.speedKmh(), !road.oneway());
    segments.add(segment);
    exits.get(from).add(new Exit(to, segment.seconds(), segment.speedKmh()));
    if (segment.twoWay()) {
      exits.get(to).add(new Exit(from, segment.seconds(), segment.speedKmh()));
    }
  }

  /**
   * The quickest way along the roads, with the first and the last metres straight; all of it
   * straight where no road leads.
   */
  public Route route(LngLat from, LngLat to) {
    Optional<Snap> start = snap(from);
    Optional<Snap> end = snap(to);
    if (start.isEmpty() || end.isEmpty()) {
      return Route.straight(from, to);
    }
    double offRoadMeters =
        start.get().position().distanceMetersTo(from) + end.get().position().distanceMetersTo(to);
    if (from.distanceMetersTo(to) <= offRoadMeters) {
      return new Route(List.of(Route.offRoad(from, to)));
    }
    return new PathSearch(this, start.get(), end.get())
        .run()
        .map(legs -> joined(from, legs, to))
        .orElseGet(() -> Route.straight(from, to));
  }

  private static Route joined(LngLat from, List<Leg> onRoads, LngLat to) {
    List<Leg> legs = new ArrayList<>();
    LngLat first = onRoads.get(0).from();
    LngLat last = onRoads.get(onRoads.size() - 1).to();
    legs.add(Route.offRoad(from, first));
    legs.addAll(onRoads);
    legs.add(Route.offRoad(last, to));
    return new Route(legs);
  }

  /** How far the nearest road is; infinite without any. O(segments). */
  public double metersToRoad(LngLat position) {
    return snap(position)
        .map(snap -> snap.position().distanceMetersTo(position))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private Optional<Snap> snap(LngLat position) {
    Snap best = null;
    double bestMeters = Double.POSITIVE_INFINITY;
    for (Segment segment : segments) {
      LngLat from = vertices.get(segment.from());
      LngLat to = vertices.get(segment.to());
      if (Ground.farther(from, to, position, bestMeters)) {
        continue;
      }
      double fraction = Ground.nearestFraction(from, to, position);
      LngLat nearest = Ground.between(from, to, fraction);
      double meters = nearest.distanceMetersTo(position);
      if (meters < bestMeters) {
        bestMeters = meters;
        best = new Snap(segment, fraction, nearest);
      }
    }
    return Optional.ofNullable(best);
  }

  int size() {
    return vertices.size();
  }

  LngLat vertex(int number) {
    return vertices.get(number);
  }

  List<Exit> exits(int vertex) {
    return exits.get(vertex);
  }

  /** Whether a driver has a choice there. */
  boolean junction(int vertex) {
    return exits.get(vertex).size() > 2;
  }

  double topSpeedKmh() {
    return topSpeedKmh;
  }
}
