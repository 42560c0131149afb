package io.dispatch120.geo.api;

import java.util.List;

/** Travel times between places. Implementations are safe for use by many threads. */
public interface TravelTimes {

  /**
   * The ways from every origin to one destination, in the order of the origins and as many. An
   * origin that no road reaches still gets a way, by {@link TravelMethod#STRAIGHT_LINE}.
   */
  List<Travel> toDestination(List<LngLat> origins, LngLat destination, TravelProfile profile);

  /**
   * The ways from one origin to every destination, in the order of the destinations and as many. On
   * roads the way there is not the way back. Implementations that can search once for all of them
   * override this.
   */
  default List<Travel> fromOrigin(LngLat origin, List<LngLat> destinations, TravelProfile profile) {
    List<LngLat> origins = List.of(origin);
    return destinations.stream()
        .map(destination -> toDestination(origins, destination, profile).get(0))
        .toList();
  }

  /**
   * A time below which no way between two places can be whose great-circle distance is at least
   * {@code straightMeters}. It grows with the distance, so a search from near to far may stop once
   * the bound of the next candidate exceeds the best time found.
   */
  double lowerBoundSeconds(double straightMeters, TravelProfile profile);

  /**
   * Whether a way can be a {@link TravelMethod#ROAD} at all. Without a map every way is a guess,
   * and the order of the guesses is final; with one, a guess means that no road leads there.
   */
  default boolean knowsRoads() {
    return true;
  }
}
