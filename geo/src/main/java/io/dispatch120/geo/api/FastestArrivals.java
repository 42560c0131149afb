package io.dispatch120.geo.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
      (a, b) ->
          a.method() == b.method()
              ? Double.compare(a.seconds(), b.seconds())
              : a.method().compareTo(b.method());

  private static final Comparator<Arrival<?>> BY_TRAVEL =
      (a, b) -> ORDER.compare(a.travel(), b.travel());

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
    int k = (int) Math.min(Math.max(FIRST_ROUND, 2L * limit), Integer.MAX_VALUE);
    List<Neighbor<K>> near = index.nearest(destination, k, filter);
    List<Travel> ways = travelTimes.toDestination(positions(near), destination, profile);
    // Nobody else is nearer than this.
    double reachMeters =
        near.size() < k ? Double.POSITIVE_INFINITY : near.get(k - 1).distanceMeters();
    while (true) {
      List<Arrival<K>> arrivals = sorted(near, ways);
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
      List<Neighbor<K>> wider = index.within(destination, reachMeters, filter);
      int known = sameAtTheBeginning(near, wider);
      List<Travel> all = new ArrayList<>(wider.size());
      all.addAll(ways.subList(0, known));
      all.addAll(
          travelTimes.toDestination(
              positions(wider.subList(known, wider.size())), destination, profile));
      near = wider;
      ways = all;
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

  private static <K> List<LngLat> positions(List<Neighbor<K>> neighbors) {
    List<LngLat> positions = new ArrayList<>(neighbors.size());
    for (Neighbor<K> neighbor : neighbors) {
      positions.add(neighbor.position());
    }
    return positions;
  }

  /** For so many the ways are known: both come by distance, and the index may move in between. */
  private static <K> int sameAtTheBeginning(List<Neighbor<K>> near, List<Neighbor<K>> wider) {
    int most = Math.min(near.size(), wider.size());
    int same = 0;
    while (same < most && near.get(same).equals(wider.get(same))) {
      same++;
    }
    return same;
  }

  /** Stable: equal times keep the index's order by distance and key. */
  private static <K> List<Arrival<K>> sorted(List<Neighbor<K>> origins, List<Travel> ways) {
    List<Arrival<K>> arrivals = new ArrayList<>(origins.size());
    for (int i = 0; i < origins.size(); i++) {
      arrivals.add(new Arrival<>(origins.get(i), ways.get(i)));
    }
    arrivals.sort(BY_TRAVEL);
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
