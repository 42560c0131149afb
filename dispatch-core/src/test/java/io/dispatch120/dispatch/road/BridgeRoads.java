package io.dispatch120.dispatch.road;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.Route;
import io.dispatch120.geo.api.RoutePoint;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import io.dispatch120.geo.travel.StraightLineTravelTimes.Assumptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The smallest town with roads: everywhere straight at 10 m/s, but over the river at {@link
 * #RIVER_LNG} only by one bridge. With the bridge closed no road leads across.
 */
public final class BridgeRoads implements Roads {
  public static final double RIVER_LNG = 112.95;
  public static final LngLat BRIDGE = new LngLat(RIVER_LNG, 28.2);
  public static final RoadClosure CLOSES_IT =
      new RoadClosure(RoadClosure.Form.POINT, List.of(BRIDGE));
  public static final double METERS_PER_SECOND = 10;

  /** Along the bridge, bank to bank. */
  private static final List<LngLat> COURSE =
      List.of(new LngLat(RIVER_LNG - 0.005, 28.2), new LngLat(RIVER_LNG + 0.005, 28.2));

  /** Counts as on the bridge. */
  private static final double NEAR_METERS = 300;

  /** Every conditions it was told, in order. */
  public final List<RoadConditions> used = new CopyOnWriteArrayList<>();

  private final Roads guess = new StraightLineTravelTimes(Assumptions.DEFAULTS);
  private volatile boolean closed;

  @Override
  public Route route(LngLat from, LngLat to, TravelProfile profile) {
    boolean crosses = from.lng() < RIVER_LNG != to.lng() < RIVER_LNG;
    if (crosses && closed) {
      return guess.route(from, to, profile);
    }
    double first = from.distanceMetersTo(crosses ? BRIDGE : to);
    double meters = first + (crosses ? BRIDGE.distanceMetersTo(to) : 0);
    RoutePoint start = new RoutePoint(from, 0);
    RoutePoint end = new RoutePoint(to, meters / METERS_PER_SECOND);
    Travel travel = new Travel(end.seconds(), meters, TravelMethod.ROAD);
    return crosses
        ? new Route(List.of(start, new RoutePoint(BRIDGE, first / METERS_PER_SECOND), end), travel)
        : new Route(List.of(start, end), travel);
  }

  @Override
  public List<Travel> toDestination(
      List<LngLat> origins, LngLat destination, TravelProfile profile) {
    return origins.stream().map(from -> route(from, destination, profile).travel()).toList();
  }

  @Override
  public double lowerBoundSeconds(double straightMeters, TravelProfile profile) {
    return straightMeters / (METERS_PER_SECOND * 2);
  }

  @Override
  public void use(RoadConditions conditions) {
    used.add(conditions);
    closed = conditions.closures().stream().anyMatch(closure -> !closedBy(closure).isEmpty());
  }

  @Override
  public List<List<LngLat>> closedBy(RoadClosure closure) {
    return closure.points().stream().anyMatch(p -> p.distanceMetersTo(BRIDGE) < NEAR_METERS)
        ? List.of(COURSE)
        : List.of();
  }
}
