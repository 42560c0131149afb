package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Route;
import io.dispatch120.geo.api.RoutePoint;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.routing.Places.Place;
import java.util.ArrayList;
import java.util.List;

/** Gives the way behind a cost its course. Used once, by one thread. */
final class RouteTracer {

  private static final int UNKNOWN = -2;

  private final Network network;
  private final View view;
  private final Costs costs;
  private final Sweep sweep;
  private final List<RoutePoint> points = new ArrayList<>();

  /** Cost up to the last of the points. */
  private long spent;

  /** A sweep to the destination, ready. */
  RouteTracer(Network network, View view, Sweep sweep) {
    this.network = network;
    this.view = view;
    this.sweep = sweep;
    costs = view.metric().costs();
  }

  /**
   * The route.
   *
   * @param cost what the sweep says it costs
   */
  Route trace(Place from, Place to, long cost) {
    add(from.position(), 0);
    if (cost < view.places().across(from, to)) {
      alongRoads(from.road(), to.road(), cost);
    }
    // To the tick what the table of travel times says.
    add(to.position(), cost);
    return new Route(points, new Travel(Cost.seconds(cost), Cost.meters(cost), TravelMethod.ROAD));
  }

  private void alongRoads(Snap from, Snap to, long cost) {
    spent = view.places().offRoad(from);
    add(new LngLat(from.lng(), from.lat()), spent);
    int direct = view.places().direct(from, to);
    if (direct >= 0 && view.places().directCost(from, to, direct) == cost) {
      alongCourse(direct, from.shareAlong(direct), to.shareAlong(direct));
    } else {
      overJunctions(from, to, cost);
    }
    add(new LngLat(to.lng(), to.lat()), cost - view.places().offRoad(to));
  }

  private void overJunctions(Snap from, Snap to, long cost) {
    int[] first = new int[2];
    view.places()
        .leave(
            from,
            (spot, course, part) -> {
              if (part + sweep.cost(spot) == cost) {
                first[0] = course;
                first[1] = spot;
              }
            });
    if (first[0] != Places.NO_COURSE) {
      alongCourse(first[0], from.shareAlong(first[0]), 1);
    }
    int[] last = {UNKNOWN};
    PathUnpacker path = new PathUnpacker(view.metric(), sweep);
    path.follow(first[1], (spot, rest) -> findLast(to, spot, rest, last));
    for (int course : path.courses()) {
      alongCourse(course, 0, 1);
    }
    if (last[0] != Places.NO_COURSE) {
      alongCourse(last[0], 0, to.shareAlong(last[0]));
    }
  }

  private boolean findLast(Snap to, int spot, long rest, int[] last) {
    view.places()
        .reach(
            to,
            (entry, course, part) -> {
              if (entry == spot && part == rest) {
                last[0] = course;
              }
            });
    return last[0] != UNKNOWN;
  }

  private void alongCourse(int course, double fromShare, double toShare) {
    int edge = course >> 1;
    int from = network.firstPoints()[edge];
    int size = network.firstPoints()[edge + 1] - from;
    boolean forward = (course & 1) == 0;
    double total = network.meters(edge);
    double meters = 0;
    for (int i = 0; i + 1 < size; i++) {
      int point = forward ? from + i : from + size - 2 - i;
      meters += network.segmentMeters(point);
      double share = total > 0 ? meters / total : 1;
      if (share > fromShare && share < toShare) {
        int next = forward ? point + 1 : point;
        long part = costs.part(course, share - fromShare);
        add(new LngLat(network.lng(next), network.lat(next)), spent + part);
      }
    }
    spent += costs.part(course, toShare - fromShare);
    if (toShare == 1) {
      int end = forward ? from + size - 1 : from;
      add(new LngLat(network.lng(end), network.lat(end)), spent);
    }
  }

  private void add(LngLat position, long cost) {
    double seconds = Cost.seconds(cost);
    double before = points.isEmpty() ? 0 : points.get(points.size() - 1).seconds();
    points.add(new RoutePoint(position, Math.max(before, seconds)));
  }
}
