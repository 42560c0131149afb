package io.dispatch120.app.map;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.Route;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The roads of one center over whatever map is in use. A call ends on the map it began on; a search
 * of several calls may meet a switch, once in the life of a map. Thread-safe.
 */
final class SwitchingRoads implements Roads {
  private volatile Roads roads;
  private @Nullable RoadConditions conditions;

  SwitchingRoads(Roads roads) {
    this.roads = roads;
  }

  /** Takes another map, under the conditions that hold. Blocks as {@link #use} does. */
  synchronized void switchTo(Roads other) {
    if (conditions != null) {
      other.use(conditions);
    }
    roads = other;
  }

  @Override
  public synchronized void use(RoadConditions next) {
    roads.use(next);
    conditions = next;
  }

  @Override
  public List<List<LngLat>> closedBy(RoadClosure closure) {
    return roads.closedBy(closure);
  }

  @Override
  public List<Travel> toDestination(
      List<LngLat> origins, LngLat destination, TravelProfile profile) {
    return roads.toDestination(origins, destination, profile);
  }

  @Override
  public List<Travel> fromOrigin(LngLat origin, List<LngLat> destinations, TravelProfile profile) {
    return roads.fromOrigin(origin, destinations, profile);
  }

  @Override
  public double lowerBoundSeconds(double straightMeters, TravelProfile profile) {
    return roads.lowerBoundSeconds(straightMeters, profile);
  }

  @Override
  public Route route(LngLat from, LngLat to, TravelProfile profile) {
    return roads.route(from, to, profile);
  }

  @Override
  public boolean knowsRoads() {
    return roads.knowsRoads();
  }
}
