package io.dispatch120.geo.index;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Neighbor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Positions for properties, and the search that the indexes are compared with. */
final class Positions {

  private Positions() {}

  /**
   * A city, where most of life happens; the whole Earth; and a coarse grid full of equal distances.
   */
  static Arbitrary<LngLat> anywhere() {
    return Arbitraries.frequencyOf(Tuple.of(4, city()), Tuple.of(2, earth()), Tuple.of(3, grid()));
  }

  static Arbitrary<LngLat> city() {
    return Combinators.combine(
            Arbitraries.doubles().between(112.5, 113.3).ofScale(6),
            Arbitraries.doubles().between(27.9, 28.5).ofScale(6))
        .as(LngLat::new);
  }

  static Arbitrary<LngLat> earth() {
    return Combinators.combine(
            Arbitraries.doubles().between(-180, 180), Arbitraries.doubles().between(-90, 90))
        .as(LngLat::new);
  }

  /** Poles, antimeridian and equal distances are the rule here, not the exception. */
  static Arbitrary<LngLat> grid() {
    return Combinators.combine(
            Arbitraries.integers().between(-4, 4), Arbitraries.integers().between(-4, 4))
        .as((x, y) -> new LngLat(x * 45, y * 22.5));
  }

  static List<Neighbor<Integer>> scan(
      Map<Integer, LngLat> points, LngLat from, Predicate<? super Integer> filter) {
    return points.entrySet().stream()
        .filter(point -> filter.test(point.getKey()))
        .map(
            point ->
                new Neighbor<>(
                    point.getKey(), point.getValue(), from.distanceMetersTo(point.getValue())))
        .sorted(
            Comparator.<Neighbor<Integer>>comparingDouble(Neighbor::distanceMeters)
                .thenComparing(Neighbor::key))
        .toList();
  }
}
