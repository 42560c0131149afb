package io.dispatch120.load.micro;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.load.micro.NearestBenchmark.Way;
import java.util.List;
import java.util.Set;

/** Nothing is measured before it was seen to be right. */
final class NearestCheck {
  private static final int MOVES = 20_000;
  private static final int QUESTIONS = 100;

  private NearestCheck() {}

  /**
   * Compares index and packed scan with the plain scan, order and equal distances included.
   *
   * @return how many answers were compared
   */
  static int assertSameAsScan(int units, List<Integer> readyPercents, long seed) {
    int compared = 0;
    for (int percent : readyPercents) {
      NearestSearch scan = moved(Way.PLAIN_SCAN, units, percent, seed);
      MovingFleet asked = new MovingFleet(units, percent, seed);
      for (Way way : List.of(Way.INDEX, Way.PACKED_SCAN)) {
        NearestSearch search = moved(way, units, percent, seed);
        for (LngLat from : asked.questions.subList(0, QUESTIONS)) {
          List<String> expected = scan.nearest(from, NearestBenchmark.K, asked.ready);
          List<String> found = search.nearest(from, NearestBenchmark.K, asked.ready);
          if (!found.equals(expected)) {
            throw new IllegalStateException(
                way + " from " + from + ": " + found + " instead of " + expected);
          }
          compared++;
        }
      }
    }
    return compared;
  }

  /**
   * How many of a hundred answers of the rebuilt tree name the scan's ten, in any order, half a
   * second after a rebuild. The rest are late, planar, or others at the same distance.
   */
  static double rebuiltTreeNamesTheSame(int units, long seed) {
    MovingFleet fleet = new MovingFleet(units, 100, seed);
    NearestSearch scan = Way.PLAIN_SCAN.search(units);
    NearestSearch tree = Way.STR_TREE.search(units);
    fleet.placeAll(scan);
    fleet.placeAll(tree);
    tree.everySecond();
    for (int i = 0; i < NearestBenchmark.MOVES_PER_SECOND / 2; i++) {
      fleet.moveOne(scan);
    }
    long right =
        fleet.questions.stream()
            .filter(
                from ->
                    Set.copyOf(tree.nearest(from, NearestBenchmark.K, fleet.ready))
                        .equals(Set.copyOf(scan.nearest(from, NearestBenchmark.K, fleet.ready))))
            .count();
    return 100.0 * right / fleet.questions.size();
  }

  private static NearestSearch moved(Way way, int units, int percent, long seed) {
    MovingFleet fleet = new MovingFleet(units, percent, seed);
    NearestSearch search = way.search(units);
    fleet.placeAll(search);
    for (int i = 0; i < MOVES; i++) {
      fleet.moveOne(search);
    }
    return search;
  }
}
