package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.RoadSpeeds;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.Route;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.routing.Places.Place;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The roads as one center sees them. Questions read one volatile field and take no lock; each is
 * answered by one state, whole. Places that no road reaches get the straight line.
 */
final class MapRoads implements Roads {

  /**
   * The pace of a crew that carries its bags from the vehicle to the patient, as ordinary walking
   * (Bohannon 1997: 1.27-1.46 m/s).
   */
  static final double CREW_METERS_PER_SECOND = 1.4;

  /**
   * What a lower bound leaves for the curvature of the Earth within long straight pieces of road
   * and for 32-bit lengths; both are below a ten-thousandth.
   */
  private static final double BOUND_SHARE = 0.999;

  private final RoadMap map;
  private final RoadSpeeds speeds;
  private final StraightLineTravelTimes straightLine;
  private final double drivingBound;
  private final double walkingBound;
  private volatile State state;

  /** Everything that questions need, for one moment. */
  private record State(
      Optional<RoadSpeeds.Slot> slot,
      List<RoadClosure> closures,
      BitSet closedEdges,
      View driving,
      View walking) {}

  MapRoads(RoadMap map, RoadSpeeds speeds) {
    this.map = map;
    this.speeds = speeds;
    straightLine = new StraightLineTravelTimes(StraightLineTravelTimes.Assumptions.DEFAULTS);
    drivingBound = BOUND_SHARE / fastestDriving();
    walkingBound = BOUND_SHARE / fastestWalking();
    View walking =
        view(map.metric(speeds, Optional.empty(), true), speeds.walkingMetersPerSecond());
    View driving = view(map.metric(speeds, Optional.empty(), false), CREW_METERS_PER_SECOND);
    state = new State(Optional.empty(), List.of(), new BitSet(), driving, walking);
  }

  private double fastestDriving() {
    double fastest =
        Math.max(CREW_METERS_PER_SECOND, straightMetersPerSecond(TravelProfile.AMBULANCE));
    List<Optional<RoadSpeeds.Slot>> slots = new ArrayList<>();
    slots.add(Optional.empty());
    speeds.slots().forEach(slot -> slots.add(Optional.of(slot)));
    for (Optional<RoadSpeeds.Slot> slot : slots) {
      fastest = Math.max(fastest, map.costs(speeds, slot, false).fastest(map.fastestKmh()));
    }
    return fastest;
  }

  private double fastestWalking() {
    double onRoads = map.costs(speeds, Optional.empty(), true).fastestOnFoot();
    double straight = straightMetersPerSecond(TravelProfile.WALKING);
    return Math.max(speeds.walkingMetersPerSecond(), Math.max(onRoads, straight));
  }

  private double straightMetersPerSecond(TravelProfile profile) {
    double meters = 1_000_000;
    return meters / straightLine.lowerBoundSeconds(meters, profile);
  }

  private View view(Metric metric, double offRoadMetersPerSecond) {
    byte mark = metric.costs().walks() ? Islands.WALKING : Islands.DRIVING;
    return new View(metric, map.places(metric, offRoadMetersPerSecond), map.snapper(), mark);
  }

  @Override
  public List<Travel> toDestination(
      List<LngLat> origins, LngLat destination, TravelProfile profile) {
    View view = view(profile);
    Place to = view.place(destination);
    if (to.snap() == null) {
      return straightLine.toDestination(origins, destination, profile);
    }
    Sweep sweep = map.sweeps().take();
    try {
      view.beginTo(sweep, to.road());
      List<Travel> ways = new ArrayList<>(origins.size());
      for (LngLat origin : origins) {
        Place from = view.place(origin);
        long cost = from.snap() == null ? Cost.NONE : view.costTo(sweep, from, to);
        ways.add(travel(cost, origin, destination, profile));
      }
      return ways;
    } finally {
      map.sweeps().giveBack(sweep);
    }
  }

  @Override
  public List<Travel> fromOrigin(LngLat origin, List<LngLat> destinations, TravelProfile profile) {
    View view = view(profile);
    Place from = view.place(origin);
    if (from.snap() == null) {
      return straightLine.fromOrigin(origin, destinations, profile);
    }
    Sweep sweep = map.sweeps().take();
    try {
      view.beginFrom(sweep, from.road());
      List<Travel> ways = new ArrayList<>(destinations.size());
      for (LngLat destination : destinations) {
        Place to = view.place(destination);
        long cost = to.snap() == null ? Cost.NONE : view.costFrom(sweep, from, to);
        ways.add(travel(cost, origin, destination, profile));
      }
      return ways;
    } finally {
      map.sweeps().giveBack(sweep);
    }
  }

  private Travel travel(long cost, LngLat from, LngLat to, TravelProfile profile) {
    return cost < Cost.NONE
        ? new Travel(Cost.seconds(cost), Cost.meters(cost), TravelMethod.ROAD)
        : straightLine.toDestination(List.of(from), to, profile).get(0);
  }

  @Override
  public Route route(LngLat from, LngLat to, TravelProfile profile) {
    View view = view(profile);
    Place start = view.place(from);
    Place end = view.place(to);
    if (start.snap() == null || end.snap() == null) {
      return straightLine.route(from, to, profile);
    }
    Sweep sweep = map.sweeps().take();
    try {
      view.beginTo(sweep, end.road());
      long cost = view.costTo(sweep, start, end);
      return cost < Cost.NONE
          ? new RouteTracer(map.data().network(), view, sweep).trace(start, end, cost)
          : straightLine.route(from, to, profile);
    } finally {
      map.sweeps().giveBack(sweep);
    }
  }

  /**
   * A bound for every hour and any closures, so it holds whatever comes into use between two
   * questions: the straight line at the fastest that anybody goes anywhere on the map.
   */
  @Override
  public double lowerBoundSeconds(double straightMeters, TravelProfile profile) {
    return straightMeters * (profile == TravelProfile.WALKING ? walkingBound : drivingBound);
  }

  /** Closures and hours concern those who drive; who walks gets through. */
  @Override
  public synchronized void use(RoadConditions conditions) {
    State now = state;
    Optional<RoadSpeeds.Slot> slot = speeds.findSlot(conditions.local());
    BitSet closedEdges =
        conditions.closures().equals(now.closures())
            ? now.closedEdges()
            : map.closures().closedEdges(conditions.closures());
    boolean same = slot.equals(now.slot()) && closedEdges.equals(now.closedEdges());
    View driving = same ? now.driving() : driving(slot, closedEdges);
    state = new State(slot, conditions.closures(), closedEdges, driving, now.walking());
  }

  private View driving(Optional<RoadSpeeds.Slot> slot, BitSet closedEdges) {
    Metric metric =
        closedEdges.isEmpty()
            ? map.metric(speeds, slot, false)
            : map.newMetric(map.costs(speeds, slot, false), closedEdges);
    return view(metric, CREW_METERS_PER_SECOND);
  }

  @Override
  public List<List<LngLat>> closedBy(RoadClosure closure) {
    return map.closures().closedBy(closure);
  }

  private View view(TravelProfile profile) {
    State now = state;
    return profile == TravelProfile.WALKING ? now.walking() : now.driving();
  }
}
