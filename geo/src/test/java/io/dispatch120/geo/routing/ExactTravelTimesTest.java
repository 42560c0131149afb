package io.dispatch120.geo.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClass;
import io.dispatch120.geo.api.RoadClosure;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.RoadSpeeds;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random towns: every answer equals, to the tick and the centimeter, a plain search. */
class ExactTravelTimesTest {

  private static final int TOWNS = 400;
  private static final int PLACES = 9;
  private static final LocalDateTime MONDAY_NOON = LocalDateTime.of(2026, 11, 23, 12, 0);
  private static final LocalDateTime MONDAY_EVENING = LocalDateTime.of(2026, 11, 23, 18, 0);

  private static final RoadSpeeds SPEEDS =
      new RoadSpeeds(
          60,
          Map.of(RoadClass.PRIMARY, 1.3, RoadClass.TRACK, 0.5),
          List.of(
              new RoadSpeeds.Slot(
                  "evening",
                  Set.of(DayOfWeek.MONDAY),
                  LocalTime.of(17, 0),
                  LocalTime.of(19, 0),
                  0.6,
                  Map.of(RoadClass.SECONDARY, 0.3))),
          1.5,
          "test");

  @Test
  void equalsAPlainSearchForEveryPairInEveryTown() {
    for (int seed = 0; seed < TOWNS; seed++) {
      new Town(seed).check();
    }
  }

  private static final class Town {
    private final int seed;
    private final RandomNetwork random;
    private final Network network;
    private final RoadMap map;
    private final List<LngLat> places;
    private final Roads roads;

    Town(int seed) {
      this.seed = seed;
      random = new RandomNetwork(seed);
      network = random.make();
      map =
          new RoadMap(
              RoadGraphImport.order(new MapSource("town", 1, "00"), network, progress -> {}));
      places = Stream.generate(random::place).limit(PLACES).toList();
      roads = map.newRoads(SPEEDS);
    }

    void check() {
      check(TravelProfile.AMBULANCE, MONDAY_NOON, List.of());
      check(TravelProfile.AMBULANCE, MONDAY_EVENING, List.of());
      List<RoadClosure> closures =
          List.of(
              new RoadClosure(RoadClosure.Form.POINT, List.of(random.place())),
              new RoadClosure(RoadClosure.Form.LINE, List.of(random.place(), random.place())),
              new RoadClosure(
                  RoadClosure.Form.AREA, List.of(places.get(0), places.get(1), places.get(2))));
      check(TravelProfile.AMBULANCE, MONDAY_NOON, closures);
      check(TravelProfile.WALKING, MONDAY_EVENING, closures);
      check(TravelProfile.AMBULANCE, MONDAY_NOON, List.of());
    }

    private void check(TravelProfile profile, LocalDateTime local, List<RoadClosure> closures) {
      roads.use(new RoadConditions(local, closures));
      boolean walking = profile == TravelProfile.WALKING;
      Costs costs = map.costs(SPEEDS, SPEEDS.findSlot(local), walking);
      BitSet closed = walking ? new BitSet() : map.closures().closedEdges(closures);
      PlainRoads plain =
          new PlainRoads(network, costs, closed, walking ? 1.5 : MapRoads.CREW_METERS_PER_SECOND);
      byte mark = walking ? Islands.WALKING : Islands.DRIVING;
      Places.Place[] all =
          places.stream()
              .map(place -> new Places.Place(place, map.snapper().snap(place, mark)))
              .toArray(Places.Place[]::new);
      for (int from = 0; from < all.length; from++) {
        long[] expected = plain.costs(all[from], all);
        List<Travel> found = roads.fromOrigin(places.get(from), places, profile);
        for (int to = 0; to < all.length; to++) {
          requireEqual(expected[to], found.get(to), from, to, profile);
        }
      }
      for (int to = 0; to < all.length; to++) {
        List<Travel> found = roads.toDestination(places, places.get(to), profile);
        for (int from = 0; from < all.length; from++) {
          long expected = plain.costs(all[from], new Places.Place[] {all[to]})[0];
          requireEqual(expected, found.get(from), from, to, profile);
        }
      }
    }

    private void requireEqual(long cost, Travel found, int from, int to, TravelProfile profile) {
      String where = "seed " + seed + " " + profile + " from " + from + " to " + to;
      double straight = places.get(from).distanceMetersTo(places.get(to));
      assertThat(found.seconds())
          .as(where)
          .isGreaterThanOrEqualTo(roads.lowerBoundSeconds(straight, profile));
      if (cost < Cost.NONE) {
        assertThat(found)
            .as(where)
            .isEqualTo(new Travel(Cost.seconds(cost), Cost.meters(cost), TravelMethod.ROAD));
      } else {
        assertThat(found.method()).as(where).isEqualTo(TravelMethod.STRAIGHT_LINE);
      }
    }
  }

  @Test
  void townsAreAsVariedAsTheyClaim() {
    long islandsSeen =
        IntStream.range(0, 50)
            .mapToObj(seed -> new RandomNetwork(seed).make())
            .filter(network -> network.forbiddenTurns().length > 0)
            .count();
    assertThat(islandsSeen).isGreaterThan(40);
  }
}
