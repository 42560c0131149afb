package io.dispatch120.geo.routing;

/**
 * Where a place meets the roads.
 *
 * @param edge the road
 * @param point the point of the edge after which it is met, in the arrays of {@link Network}
 * @param share how much of the edge lies before it, from 0 to 1, by length
 * @param lng the spot on the road, in degrees
 * @param lat the spot on the road, in degrees
 * @param offMeters from the place to that spot, straight
 */
record Snap(int edge, int point, double share, double lng, double lat, double offMeters) {

  /** How much of a course lies before it. */
  double shareAlong(int course) {
    return (course & 1) == 0 ? share : 1 - share;
  }

  /** The junction at which the road is met, or -1 when it is met between its ends. */
  int junction(Network network) {
    return share == 0 ? network.ends()[2 * edge + 1] : share == 1 ? network.ends()[2 * edge] : -1;
  }
}
