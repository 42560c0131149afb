package io.dispatch120.geo.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Exact search for those who reach a destination first. The travel times of the nearest give a time
 * to beat; the lower bound of travel time turns it into a distance from which on nobody can;
 * whoever is nearer is asked in a second round. Stateless.
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

  /** Half around the Earth: nothing is farther. */
  private static final double FARTHEST_METERS = Math.PI * LngLat.EARTH_RADIUS_METERS;

  private static final int BISECTIONS = 10;

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
    int k = (int) Math.min(Math.max(FIRST_ROUND, 2L * limit), Integer.MAX_VALUE);
    List<Neighbor<K>> near = index.nearest(destination, k, filter);
    // Nobody else is nearer than this.
    double reachMeters =
        near.size() < k ? Double.POSITIVE_INFINITY : near.get(k - 1).distanceMeters();
    while (true) {
      List<Arrival<K>> arrivals = arrivals(near, known, travelTimes, destination, profile);
      double neededMeters =
          arrivals.size() < limit
              ? Double.POSITIVE_INFINITY
              : neededMeters(arrivals.get(limit - 1).travel(), reachMeters, travelTimes, profile);
      if (reachMeters >= neededMeters) {
        return firstWithTies(arrivals, limit);
      }
      // More candidates can only bring the last one forward, so this round is the last, unless
      // somebody of the first one has moved away meanwhile.
      reachMeters = neededMeters;
      near = index.within(destination, reachMeters, filter);
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
   * A distance from which on nobody can stand before or beside the {@code last} of those wanted:
   * {@code knownMeters} when that is enough. While the last is a guess, anybody who comes by road
   * would stand before it: then only a search without roads proves anything.
   */
  private static double neededMeters(
      Travel last, double knownMeters, TravelTimes travelTimes, TravelProfile profile) {
    boolean guessed = last.method() != TravelMethod.ROAD && travelTimes.knowsRoads();
    if (guessed || knownMeters > FARTHEST_METERS) {
      return Double.POSITIVE_INFINITY;
    }
    if (travelTimes.lowerBoundSeconds(knownMeters, profile) > last.seconds()) {
      return knownMeters;
    }
    double tooNear = knownMeters;
    double enough = Math.max(1, 2 * knownMeters);
    while (travelTimes.lowerBoundSeconds(enough, profile) <= last.seconds()) {
      if (enough > FARTHEST_METERS) {
        return Double.POSITIVE_INFINITY;
      }
      tooNear = enough;
      enough *= 2;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (tooNear + enough) / 2;
      if (travelTimes.lowerBoundSeconds(middle, profile) > last.seconds()) {
        enough = middle;
      } else {
        tooNear = middle;
      }
    }
    return enough;
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
