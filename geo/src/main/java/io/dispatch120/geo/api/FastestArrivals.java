package io.dispatch120.geo.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Exact search for those who reach a destination first: candidates are taken from the index from
 * near to far until the lower bound of travel time proves that nobody farther can be faster.
 * Stateless.
 */
public final class FastestArrivals {

  /**
   * Enough that one round usually proves the answer: the best by time is rarely beyond the 16
   * nearest.
   */
  private static final int FIRST_ROUND = 16;

  private FastestArrivals() {}

  /**
   * The at most {@code limit} fastest whose keys pass the filter, plus every further one as fast as
   * the last of them, so that the caller may break ties by a rule of its own. Sorted by travel
   * time, then great-circle distance, then key.
   *
   * @throws IllegalArgumentException when the limit is negative
   */
  public static <K> List<Arrival<K>> withTies(
      SpatialIndex<K> index,
      TravelTimes travelTimes,
      LngLat destination,
      TravelProfile profile,
      int limit,
      Predicate<? super K> filter) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must not be negative, but is " + limit);
    }
    if (limit == 0) {
      return List.of();
    }
    long candidates = Math.max(FIRST_ROUND, 2L * limit);
    while (true) {
      int k = (int) Math.min(candidates, Integer.MAX_VALUE);
      List<Neighbor<K>> nearest = index.nearest(destination, k, filter);
      List<Arrival<K>> arrivals = arrivals(nearest, travelTimes, destination, profile);
      boolean all = nearest.size() < k || k == Integer.MAX_VALUE;
      if (all || proven(nearest, arrivals, limit, travelTimes, profile)) {
        return firstWithTies(arrivals, limit);
      }
      candidates *= 2;
    }
  }

  /** As {@link #withTies}, cut at {@code limit}. */
  public static <K> List<Arrival<K>> find(
      SpatialIndex<K> index,
      TravelTimes travelTimes,
      LngLat destination,
      TravelProfile profile,
      int limit,
      Predicate<? super K> filter) {
    List<Arrival<K>> found = withTies(index, travelTimes, destination, profile, limit, filter);
    return found.size() <= limit ? found : List.copyOf(found.subList(0, limit));
  }

  private static <K> List<Arrival<K>> arrivals(
      List<Neighbor<K>> origins,
      TravelTimes travelTimes,
      LngLat destination,
      TravelProfile profile) {
    List<LngLat> positions = origins.stream().map(Neighbor::position).toList();
    List<Travel> ways = travelTimes.toDestination(positions, destination, profile);
    List<Arrival<K>> arrivals = new ArrayList<>(origins.size());
    for (int i = 0; i < origins.size(); i++) {
      arrivals.add(new Arrival<>(origins.get(i), ways.get(i)));
    }
    // Stable: equal times keep the index's order by distance and key.
    arrivals.sort(Comparator.comparingDouble(arrival -> arrival.travel().seconds()));
    return arrivals;
  }

  private static <K> boolean proven(
      List<Neighbor<K>> nearest,
      List<Arrival<K>> arrivals,
      int limit,
      TravelTimes travelTimes,
      TravelProfile profile) {
    double farthestMeters = nearest.get(nearest.size() - 1).distanceMeters();
    double lastSeconds = arrivals.get(limit - 1).travel().seconds();
    return travelTimes.lowerBoundSeconds(farthestMeters, profile) > lastSeconds;
  }

  private static <K> List<Arrival<K>> firstWithTies(List<Arrival<K>> arrivals, int limit) {
    int end = Math.min(limit, arrivals.size());
    while (end > 0
        && end < arrivals.size()
        && arrivals.get(end).travel().seconds() == arrivals.get(end - 1).travel().seconds()) {
      end++;
    }
    return List.copyOf(arrivals.subList(0, end));
  }
}
