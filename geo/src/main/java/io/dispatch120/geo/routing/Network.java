package io.dispatch120.geo.routing;

/**
 * The roads of a map as plain arrays. An edge is a piece of road between two junctions; as a course
 * it has a direction, {@code 2 * edge} along its points and {@code 2 * edge + 1} against them.
 * Immutable once made; the arrays are shared, never copied.
 *
 * @param nodes how many junctions there are
 * @param ends by course: the junction it leads to
 * @param carKmh by course: speed of a car in free traffic, 0 where none may drive
 * @param footKmh by edge and both ways: walking speed, 0 where nobody may walk
 * @param roadClasses by edge: ordinal of its {@link io.dispatch120.geo.api.RoadClass}
 * @param twins by edge: the edge of which it is a copy for the sake of a turn restriction over
 *     several roads, or itself
 * @param firstPoints by edge, and one more: where its points begin in {@code lng7} and {@code lat7}
 * @param lng7 longitudes in 1e-7 degrees (1.1 cm)
 * @param lat7 latitudes in 1e-7 degrees
 * @param forbiddenTurns pairs of courses: who came by the first may not go on by the second
 */
record Network(
    int nodes,
    int[] ends,
    float[] carKmh,
    float[] footKmh,
    byte[] roadClasses,
    int[] twins,
    int[] firstPoints,
    int[] lng7,
    int[] lat7,
    int[] forbiddenTurns) {

  /** How many degrees one step of a stored coordinate is. */
  static final double DEGREES = 1e-7;

  int edges() {
    return twins.length;
  }

  int courses() {
    return ends.length;
  }

  /** The junction a course starts from. */
  int startOf(int course) {
    return ends[course ^ 1];
  }

  boolean drivable(int course) {
    return carKmh[course] > 0;
  }

  boolean walkable(int edge) {
    return footKmh[edge] > 0;
  }

  double lng(int point) {
    return lng7[point] * DEGREES;
  }

  double lat(int point) {
    return lat7[point] * DEGREES;
  }

  /** Great-circle length of the segment from a point to the next, in meters. */
  double segmentMeters(int point) {
    return Spheres.meters(lng(point), lat(point), lng(point + 1), lat(point + 1));
  }

  /** Length of an edge in meters. */
  double meters(int edge) {
    double meters = 0;
    for (int point = firstPoints[edge]; point < firstPoints[edge + 1] - 1; point++) {
      meters += segmentMeters(point);
    }
    return meters;
  }
}
