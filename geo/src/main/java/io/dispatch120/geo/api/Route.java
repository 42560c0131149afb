package io.dispatch120.geo.api;

import java.util.List;

/**
 * A way from one place to another, with its course.
 *
 * @param points from the place of departure to the destination, both included; at least two, their
 *     seconds never decrease
 * @param travel time and length of the whole, and how it was found; a {@link
 *     TravelMethod#STRAIGHT_LINE} has two points
 */
public record Route(List<RoutePoint> points, Travel travel) {

  /**
   * Checks the points.
   *
   * @throws IllegalArgumentException when there are fewer than two
   */
  public Route {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("a route needs a start and an end");
    }
  }
}
