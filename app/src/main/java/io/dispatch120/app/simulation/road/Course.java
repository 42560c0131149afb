package io.dispatch120.app.simulation.road;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Route;
import io.dispatch120.geo.api.RoutePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A route as it is driven, straight leg by straight leg. Empty when start and end are the same.
 *
 * @param seconds what the map expects of an ambulance
 */
record Course(List<Leg> legs, double seconds) {

  /** Shorter ones would only be noise in a heading. */
  private static final double SHORTEST_METERS = 0.5;

  private static final double SLOWEST_MPS = 1;

  /** One gives way where the road bends as much, or becomes another kind of road. */
  private static final double CROSSING_DEGREES = 30;

  private static final double CROSSING_MPS = 2;

  /**
   * @param expectedMps mean speed that the map expects there, waiting at junctions included
   */
  record Leg(LngLat from, LngLat to, double expectedMps) {
    double lengthMeters() {
      return from.distanceMetersTo(to);
    }

    double headingDegrees() {
      return Ground.headingDegrees(from, to);
    }

    /** Whether one may have to stop between this leg and the next. */
    boolean crosses(Leg next) {
      return turnDegrees(next) > CROSSING_DEGREES
          || Math.abs(next.expectedMps - expectedMps) > CROSSING_MPS;
    }

    double turnDegrees(Leg next) {
      return Math.abs((next.headingDegrees() - headingDegrees() + 540) % 360 - 180);
    }
  }

  static Course of(Route route) {
    List<Leg> legs = new ArrayList<>();
    RoutePoint from = route.points().get(0);
    for (RoutePoint to : route.points()) {
      double meters = from.position().distanceMetersTo(to.position());
      if (meters >= SHORTEST_METERS) {
        double seconds = to.seconds() - from.seconds();
        double mps = seconds > 0 ? meters / seconds : meters;
        legs.add(new Leg(from.position(), to.position(), Math.max(SLOWEST_MPS, mps)));
        from = to;
      }
    }
    return new Course(legs, route.travel().seconds());
  }
}
