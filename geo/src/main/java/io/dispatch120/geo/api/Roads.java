package io.dispatch120.geo.api;

import java.util.List;

/**
 * The roads as one center sees them: a map, the hour, and what is closed. Questions may come from
 * any thread and never wait for {@link #use}: they are answered by the conditions last in use.
 */
public interface Roads extends TravelTimes, Routes {

  /**
   * Puts conditions into use, closures and hour at once. Takes milliseconds to some seconds on a
   * large map, so it is not for event loops; calls exclude each other. The same conditions again
   * cost nothing.
   */
  void use(RoadConditions conditions);

  /**
   * The pieces of road an ambulance could use and that {@code closure} closes, as lines to draw;
   * empty when it meets no road. Not for event loops.
   */
  List<List<LngLat>> closedBy(RoadClosure closure);
}
