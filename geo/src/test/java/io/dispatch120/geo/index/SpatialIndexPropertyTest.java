package io.dispatch120.geo.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Neighbor;
import io.dispatch120.geo.api.SpatialIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Both indexes answer exactly as a look at every point does. */
class SpatialIndexPropertyTest {

  @Property(tries = 1000)
  void staticIndexEqualsTheScan(
      @ForAll("points") List<LngLat> points,
      @ForAll("anywhere") LngLat from,
      @ForAll @IntRange(max = 40) int k,
      @ForAll @IntRange(min = 1, max = 5) int modulus) {
    Map<Integer, LngLat> positions = numbered(points);
    assertSameAsScan(new StaticIndex<>(positions), positions, from, k, key -> key % modulus == 0);
  }

  @Property(tries = 1000)
  void movingIndexEqualsTheScanAfterAnyHistory(
      @ForAll("history") List<Change> history,
      @ForAll("anywhere") LngLat from,
      @ForAll @IntRange(max = 40) int k,
      @ForAll @IntRange(min = 1, max = 5) int modulus) {
    QuadTreeIndex<Integer> index = new QuadTreeIndex<>();
    Map<Integer, LngLat> positions = new HashMap<>();
    for (Change change : history) {
      if (change.removal()) {
        index.remove(change.key());
        positions.remove(change.key());
      } else {
        index.put(change.key(), change.position());
        positions.put(change.key(), change.position());
      }
    }
    assertSameAsScan(index, positions, from, k, key -> key % modulus == 0);
  }

  @Property(tries = 1000)
  void withinEqualsTheScanAlsoAtTheExactRadius(
      @ForAll("points") List<LngLat> points,
      @ForAll("anywhere") LngLat from,
      @ForAll @DoubleRange(max = 21_000_000) double radiusMeters,
      @ForAll @IntRange(max = 200) int chosen) {
    Map<Integer, LngLat> positions = numbered(points);
    StaticIndex<Integer> index = new StaticIndex<>(positions);
    List<Neighbor<Integer>> scan = Positions.scan(positions, from, key -> true);
    // A radius that is exactly the distance of a point is the hard case.
    double exactMeters = scan.isEmpty() ? 0 : scan.get(chosen % scan.size()).distanceMeters();
    for (double radius : new double[] {radiusMeters, radiusMeters / 1000, exactMeters}) {
      assertThat(index.within(from, radius, key -> true))
          .isEqualTo(
              scan.stream().filter(neighbor -> neighbor.distanceMeters() <= radius).toList());
    }
  }

  @Property
  void ballHoldsEveryPointItWasMadeOf(
      @ForAll("points") List<LngLat> points, @ForAll("anywhere") LngLat from) {
    double[] coordinates =
        points.stream()
            .map(UnitVector::of)
            .flatMapToDouble(v -> DoubleStream.of(v.x(), v.y(), v.z()))
            .toArray();
    Ball ball = Ball.ofPoints(coordinates);
    UnitVector origin = UnitVector.of(from);
    double leastChord =
        new UnitVector(ball.x(), ball.y(), ball.z()).chordTo(origin) - ball.radius();
    for (LngLat point : points) {
      assertThat(leastChord).isLessThanOrEqualTo(UnitVector.of(point).chordTo(origin));
    }
  }

  private static void assertSameAsScan(
      SpatialIndex<Integer> index,
      Map<Integer, LngLat> positions,
      LngLat from,
      int k,
      Predicate<Integer> filter) {
    List<Neighbor<Integer>> scan = Positions.scan(positions, from, filter);
    assertThat(index.nearest(from, k, filter)).isEqualTo(scan.stream().limit(k).toList());
    assertThat(index.within(from, 5_000_000, filter))
        .isEqualTo(
            scan.stream().filter(neighbor -> neighbor.distanceMeters() <= 5_000_000).toList());
    assertThat(index.size()).isEqualTo(positions.size());
    positions.forEach((key, position) -> assertThat(index.find(key)).contains(position));
    assertThat(index.find(-1)).isEmpty();
  }

  private static Map<Integer, LngLat> numbered(List<LngLat> points) {
    Map<Integer, LngLat> positions = new HashMap<>();
    points.forEach(point -> positions.put(positions.size(), point));
    return positions;
  }

  @Provide
  Arbitrary<LngLat> anywhere() {
    return Positions.anywhere();
  }

  @Provide
  Arbitrary<LngLat> earth() {
    return Positions.earth();
  }

  @Provide
  Arbitrary<List<LngLat>> points() {
    return Positions.anywhere().list().ofMaxSize(300);
  }

  /**
   * Few keys, so that moves and removals of present keys are common; one spot that many keys share.
   */
  @Provide
  Arbitrary<List<Change>> history() {
    Arbitrary<LngLat> position =
        Arbitraries.oneOf(Positions.anywhere(), Arbitraries.just(new LngLat(112.9, 28.2)));
    return Combinators.combine(
            Arbitraries.integers().between(0, 150), position, Arbitraries.integers().between(0, 3))
        .as((key, at, dice) -> new Change(key, at, dice == 0))
        .list()
        .ofMaxSize(500);
  }

  record Change(int key, LngLat position, boolean removal) {}
}
