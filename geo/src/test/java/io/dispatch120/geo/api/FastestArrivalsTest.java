package io.dispatch120.geo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.geo.index.StaticIndex;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import io.dispatch120.geo.travel.StraightLineTravelTimes.Assumptions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FastestArrivalsTest {

  private static final LngLat INCIDENT = new LngLat(112.9, 28.2);
  private static final TravelTimes RIVER = new RiverTravelTimes();

  @Property(tries = 500)
  void equalsAskingEverybody(
      @ForAll("units") List<LngLat> units,
      @ForAll @IntRange(max = 30) int limit,
      @ForAll @IntRange(min = 1, max = 4) int modulus) {
    Map<Integer, LngLat> positions = new HashMap<>();
    units.forEach(unit -> positions.put(positions.size(), unit));
    Predicate<Integer> filter = key -> key % modulus == 0;
    SpatialIndex<Integer> index = new StaticIndex<>(positions);
    List<Arrival<Integer>> everybody = everybody(index, filter);
    assertThat(FastestArrivals.find(index, RIVER, INCIDENT, TravelProfile.AMBULANCE, limit, filter))
        .isEqualTo(everybody.stream().limit(limit).toList());
  }

  @Test
  void anybodyByRoadStandsBeforeEverybodyWithoutOne() {
    Map<String, LngLat> units = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      units.put("island%02d".formatted(i), new LngLat(112.9, 28.215 + i * 1e-6));
    }
    units.put("far", new LngLat(112.2, 28.2));
    List<Arrival<String>> fastest =
        FastestArrivals.find(
            new StaticIndex<>(units), RIVER, INCIDENT, TravelProfile.AMBULANCE, 2, unit -> true);
    assertThat(fastest)
        .extracting(arrival -> arrival.origin().key())
        .containsExactly("far", "island00");
    assertThat(fastest)
        .extracting(arrival -> arrival.travel().method())
        .containsExactly(TravelMethod.ROAD, TravelMethod.STRAIGHT_LINE);
  }

  @Test
  void withoutAMapTheGuessesProveThemselves() {
    Map<Integer, LngLat> units = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      units.put(i, new LngLat(112.9 + i * 1e-5, 28.2));
    }
    int[] asked = new int[1];
    TravelTimes straight = new StraightLineTravelTimes(Assumptions.DEFAULTS);
    TravelTimes counting =
        new TravelTimes() {
          @Override
          public List<Travel> toDestination(
              List<LngLat> origins, LngLat destination, TravelProfile profile) {
            asked[0] += origins.size();
            return straight.toDestination(origins, destination, profile);
          }

          @Override
          public double lowerBoundSeconds(double straightMeters, TravelProfile profile) {
            return straight.lowerBoundSeconds(straightMeters, profile);
          }

          @Override
          public boolean knowsRoads() {
            return false;
          }
        };
    FastestArrivals.find(
        new StaticIndex<>(units), counting, INCIDENT, TravelProfile.WALKING, 5, unit -> true);
    assertThat(asked[0]).isEqualTo(16);
  }

  @Test
  void aFartherUnitOnThisSideOfTheRiverBeatsManyNearerOnesBeyond() {
    Map<String, LngLat> units = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      units.put("east%02d".formatted(i), new LngLat(112.92 + i * 1e-5, 28.2));
    }
    units.put("west", new LngLat(112.87, 28.2));
    List<Arrival<String>> fastest =
        FastestArrivals.find(
            new StaticIndex<>(units), RIVER, INCIDENT, TravelProfile.AMBULANCE, 1, unit -> true);
    assertThat(fastest).extracting(arrival -> arrival.origin().key()).containsExactly("west");
  }

  @Test
  void tiesStayWithTheLastOne() {
    Map<String, LngLat> units = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      units.put("U%02d".formatted(i), new LngLat(112.89, 28.2));
    }
    StaticIndex<String> index = new StaticIndex<>(units);
    assertThat(
            FastestArrivals.withTies(
                index, RIVER, INCIDENT, TravelProfile.AMBULANCE, 2, unit -> true))
        .hasSize(40);
    assertThat(
            FastestArrivals.find(index, RIVER, INCIDENT, TravelProfile.AMBULANCE, 2, unit -> true))
        .extracting(arrival -> arrival.origin().key())
        .containsExactly("U00", "U01");
  }

  @Test
  void nobodyPassesOrNobodyIsWanted() {
    StaticIndex<String> index = new StaticIndex<>(Map.of("A01", INCIDENT));
    assertThat(
            FastestArrivals.find(index, RIVER, INCIDENT, TravelProfile.AMBULANCE, 3, unit -> false))
        .isEmpty();
    assertThat(
            FastestArrivals.find(index, RIVER, INCIDENT, TravelProfile.AMBULANCE, 0, unit -> true))
        .isEmpty();
    assertThatThrownBy(
            () ->
                FastestArrivals.find(
                    index, RIVER, INCIDENT, TravelProfile.AMBULANCE, -1, unit -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limit must not be negative");
  }

  private static List<Arrival<Integer>> everybody(
      SpatialIndex<Integer> index, Predicate<Integer> filter) {
    return index.nearest(INCIDENT, index.size(), filter).stream()
        .map(
            unit ->
                new Arrival<>(
                    unit,
                    RIVER
                        .toDestination(List.of(unit.position()), INCIDENT, TravelProfile.AMBULANCE)
                        .get(0)))
        .sorted(Comparator.comparing(Arrival::travel, FastestArrivals.ORDER))
        .toList();
  }

  @Provide
  Arbitrary<List<LngLat>> units() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 40))
        .as((x, y) -> new LngLat(112.8 + x * 0.005, 28.1 + y * 0.005))
        .list()
        .ofMaxSize(150);
  }

  /**
   * Whoever comes from east of 112.91 has to take a bridge, ten minutes more. From the island
   * around 28.215 no road leads anywhere.
   */
  private static final class RiverTravelTimes implements TravelTimes {
    private final TravelTimes straight = new StraightLineTravelTimes(Assumptions.DEFAULTS);

    @Override
    public List<Travel> toDestination(
        List<LngLat> origins, LngLat destination, TravelProfile profile) {
      return origins.stream()
          .map(
              origin -> {
                Travel way = straight.toDestination(List.of(origin), destination, profile).get(0);
                if (origin.lat() > 28.2149 && origin.lat() < 28.22) {
                  return way;
                }
                double bridgeSeconds = origin.lng() > 112.91 ? 600 : 0;
                return new Travel(
                    way.seconds() + bridgeSeconds, way.distanceMeters(), TravelMethod.ROAD);
              })
          .toList();
    }

    @Override
    public double lowerBoundSeconds(double straightMeters, TravelProfile profile) {
      return straight.lowerBoundSeconds(straightMeters, profile);
    }
  }
}
