package io.dispatch120.geo.routing;

/**
 * Tells roads from which one gets anywhere from those that only seem to be connected: a parking lot
 * drawn without its entrance, a yard inside a gate. Places are not snapped to them. Used once.
 */
final class Islands {

  /** Bit of an edge to which an ambulance is snapped. */
  static final byte DRIVING = 1;

  /** Bit of an edge to which a pedestrian is snapped. */
  static final byte WALKING = 2;

  /**
   * Fewer junctions than this that reach each other are an island, unless no other part of the map
   * is larger. The figure GraphHopper uses.
   */
  private static final int LEAST_SPOTS = 200;

  private Islands() {}

  /** By edge: who may be snapped to it. */
  static byte[] mainland(TurnGraph graph) {
    Network network = graph.network();
    byte[] marks = new byte[network.edges()];
    StrongComponents driving = StrongComponents.of(graph, true);
    StrongComponents walking = StrongComponents.of(graph, false);
    int leastDriving = Math.min(LEAST_SPOTS, driving.largest());
    int leastWalking = Math.min(LEAST_SPOTS, walking.largest());
    for (int course = 0; course < network.courses(); course++) {
      int edge = course >> 1;
      int walkTo = network.ends()[course];
      if (network.walkable(edge) && walking.sizeAround(walkTo) >= leastWalking) {
        marks[edge] |= WALKING;
      }
      if (network.drivable(course) && onMainland(graph, course, driving, leastDriving)) {
        marks[edge] |= DRIVING;
      }
    }
    return marks;
  }

  private static boolean onMainland(
      TurnGraph graph, int course, StrongComponents components, int least) {
    int arrival = graph.arrivals()[course];
    if (components.sizeAround(arrival) < least) {
      return false;
    }
    for (int i = 0; i < graph.entries(course); i++) {
      int entry = graph.entry(course, i);
      if (entry >= 0 && components.of(entry) == components.of(arrival)) {
        return true;
      }
    }
    return false;
  }
}
