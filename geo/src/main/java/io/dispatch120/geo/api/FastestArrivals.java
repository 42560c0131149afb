package io.dispatch120.geo.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Exact search for those who reach a destination first: candidates are taken from the index from
 * near to far until the lower bound of travel time proves that nobody farther can be faster.
 * Stateless.
 *
 * <p>Who comes by road stands before everybody whose way is only guessed along the straight line,
 * however short the guess: a map that knows no way there knows more than the guess does.
 */
public final class FastestArrivals {

  /** How arrivals are ordered: by method, roads first, then by time. Ties are the caller's. */
  public static final Comparator<Travel> ORDER =
      Comparator.comparing(Travel::method).thenComparingDouble(Travel::seconds);

  /**
   * Enough that one round usually proves the answer: the best by time is rarely beyond the 16
   * nearest.
   */
  private static final int FIRST_ROUND = 16;

  /**
   * A round asks only for the candidates that the one before it did not, but each pays for the
   * destination's side of a search by road: so few rounds, each much larger.
   */
  private static final int GROWTH = 4;

  private FastestArrivals() {}

  /**
   * The at most {@code limit} fastest whose keys pass the filter, plus every further one as fast as
   * the last of them, so that the caller may break ties by a rule of its own. Sorted by {@link
   * #ORDER}, then great-circle distance, then key.
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
    Map<Neighbor<K>, Travel> known = new HashMap<>();
    long candidates = Math.max(FIRST_ROUND, 2L * limit);
    while (true) {
      int k = (int) Math.min(candidates, Integer.MAX_VALUE);
      List<Neighbor<K>> nearest = index.nearest(destination, k, filter);
      List<Arrival<K>> arrivals = arrivals(nearest, known, travelTimes, destination, profile);
      boolean all = nearest.size() < k || k == Integer.MAX_VALUE;
      if (all || proven(nearest, arrivals, limit, travelTimes, profile)) {
        return firstWithTies(arrivals, limit);
      }
      candidates *= GROWTH;
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

  /**
   * @param known ways found in earlier rounds; those of this one are added. Keyed with the
   *     position, because the index may move between rounds
   */
  private static <K> List<Arrival<K>> arrivals(
      List<Neighbor<K>> origins,
      Map<Neighbor<K>, Travel> known,
      TravelTimes travelTimes,
      LngLat destination,
      TravelProfile profile) {
    List<Neighbor<K>> fresh = origins.stream().filter(o -> !known.containsKey(o)).toList();
    List<LngLat> positions = fresh.stream().map(Neighbor::position).toList();
    List<Travel> ways = travelTimes.toDestination(positions, destination, profile);
    for (int i = 0; i < fresh.size(); i++) {
      known.put(fresh.get(i), ways.get(i));
    }
    List<Arrival<K>> arrivals = new ArrayList<>(origins.size());
    for (Neighbor<K> origin : origins) {
      arrivals.add(new Arrival<>(origin, Objects.requireNonNull(known.get(origin))));
    }
    // Stable: equal times keep the index's order by distance and key.
    arrivals.sort(Comparator.comparing(Arrival::travel, ORDER));
    return arrivals;
  }

  /**
   * Whether nobody farther than all of {@code nearest} can be among the first {@code limit}. While
   * the last of those is a guess, anybody who comes by road would stand before it: then only a
   * search without roads proves anything.
   */
  private static <K> boolean proven(
      List<Neighbor<K>> nearest,
      List<Arrival<K>> arrivals,
      int limit,
      TravelTimes travelTimes,
      TravelProfile profile) {
    double farthestMeters = nearest.get(nearest.size() - 1).distanceMeters();
    Travel last = arrivals.get(limit - 1).travel();
    return (last.method() == TravelMethod.ROAD || !travelTimes.knowsRoads())
        && travelTimes.lowerBoundSeconds(farthestMeters, profile) > last.seconds();
  }

  private static <K> List<Arrival<K>> firstWithTies(List<Arrival<K>> arrivals, int limit) {
    int end = Math.min(limit, arrivals.size());
    while (end > 0
        && end < arrivals.size()
        && ORDER.compare(arrivals.get(end).travel(), arrivals.get(end - 1).travel()) == 0) {
      end++;
    }
    return List.copyOf(arrivals.subList(0, end));
  }
}
