package io.dispatch120.geo.routing;

import static io.dispatch120.geo.routing.Streets.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnappingTest {

  private static Travel drive(Roads roads, LngLat from, LngLat to) {
    return roads.toDestination(List.of(from), to, TravelProfile.AMBULANCE).get(0);
  }

  private static void requireSeconds(Travel way, double seconds) {
    assertThat(way.method()).isEqualTo(TravelMethod.ROAD);
    assertThat(way.seconds()).isCloseTo(seconds, within(0.02));
  }

  /** A block of 1,000 m by 1,000 m; the street in the south leads east only. */
  private static Streets block() {
    Streets streets = new Streets();
    int[] corner = {
      streets.junction(0, 0),
      streets.junction(1000, 0),
      streets.junction(1000, 1000),
      streets.junction(0, 1000),
    };
    streets.oneWay(corner[0], corner[1]);
    streets.street(corner[1], corner[2]);
    streets.street(corner[2], corner[3]);
    streets.street(corner[3], corner[0]);
    return streets;
  }

  @Test
  void drivesPartsOfTheFirstAndTheLastRoad() {
    Roads roads = block().roads();
    requireSeconds(drive(roads, at(1000, 300), at(600, 1000)), 70 + 40);
    requireSeconds(drive(roads, at(600, 1000), at(1000, 300)), 40 + 70);
  }

  @Test
  void staysOnTheRoadWhenBothAreOnIt() {
    Roads roads = block().roads();
    requireSeconds(drive(roads, at(1000, 300), at(1000, 800)), 50);
    requireSeconds(drive(roads, at(1000, 800), at(1000, 300)), 50);
    requireSeconds(drive(roads, at(200, 0), at(700, 0)), 50);
  }

  @Test
  void goesRoundTheBlockAgainstAOneWay() {
    requireSeconds(drive(block().roads(), at(700, 0), at(200, 0)), 30 + 300 + 20);
    Travel walk =
        block()
            .roads()
            .toDestination(List.of(at(700, 0)), at(200, 0), TravelProfile.WALKING)
            .get(0);
    assertThat(walk.seconds()).isCloseTo(500 / 1.4, within(0.02));
  }

  @Test
  void takesAnotherWayWhereTurningIsForbidden() {
    Streets streets = ClosuresTest.ladder();
    requireSeconds(drive(streets.roads(), at(700, 0), at(1000, 500)), 30 + 50);
    // Coming from the west, nobody may turn north: on to the next junction, and round there.
    streets.forbid(2, 2 * 6);
    requireSeconds(drive(streets.roads(), at(700, 0), at(1000, 500)), 30 + 200 + 50);
    requireSeconds(drive(streets.roads(), at(1300, 0), at(1000, 500)), 30 + 50);
    Travel walk =
        streets
            .roads()
            .toDestination(List.of(at(700, 0)), at(1000, 500), TravelProfile.WALKING)
            .get(0);
    assertThat(walk.seconds()).isCloseTo(800 / 1.4, within(0.02));
  }

  @Test
  void addsTheWayOnFootBesideTheRoad() {
    Roads roads = block().roads();
    requireSeconds(drive(roads, at(1140, 300), at(1000, 800)), 100 + 50);
    requireSeconds(drive(roads, at(1000, 800), at(1140, 300)), 100 + 50);
    assertThat(drive(roads, at(1140, 300), at(1000, 800)).distanceMeters())
        .isCloseTo(640, within(0.1));
  }

  @Test
  void walksAcrossToWhatIsNearerThanTheRoad() {
    Roads roads = block().roads();
    requireSeconds(drive(roads, at(1100, 300), at(1100, 370)), 50);
    requireSeconds(drive(roads, at(1100, 300), at(1100, 300)), 0);
  }

  @Test
  void leavesAJunctionInEveryDirection() {
    Roads roads = block().roads();
    // South-west of the corner: as near to the one-way as to the street north.
    requireSeconds(drive(roads, at(0, -14), at(0, 500)), 10 + 50);
    requireSeconds(drive(roads, at(0, -14), at(500, 0)), 10 + 50);
    requireSeconds(drive(roads, at(0, 500), at(0, -14)), 10 + 50);
  }

  @Test
  void takesTheStraightLineWhereNoRoadIsNear() {
    Roads roads = block().roads();
    LngLat far = at(0, 3100);
    assertThat(drive(roads, far, at(0, 500)).method()).isEqualTo(TravelMethod.STRAIGHT_LINE);
    assertThat(drive(roads, at(0, 500), far).method()).isEqualTo(TravelMethod.STRAIGHT_LINE);
    assertThat(roads.route(far, at(0, 500), TravelProfile.AMBULANCE).points()).hasSize(2);
    for (double lat : new double[] {-90, -80, 0, 89.999, 90}) {
      assertThat(drive(roads, new LngLat(179, lat), at(0, 500)).method())
          .isEqualTo(TravelMethod.STRAIGHT_LINE);
    }
    assertThat(drive(roads, at(0, 2900), at(0, 500)).method()).isEqualTo(TravelMethod.ROAD);
  }

  @Test
  void doesNotSnapToAYardNobodyGetsOutOf() {
    Streets streets = block();
    streets.street(streets.junction(400, 500), streets.junction(600, 500));
    requireSeconds(drive(streets.roads(), at(1000, 800), at(510, 500)), 30 + 490 / 1.4);
  }

  @Test
  void findsTheNearestEdgeAsALookAtAllOfThemDoes() {
    for (int seed = 2000; seed < 2100; seed++) {
      RandomNetwork random = new RandomNetwork(seed);
      Network network = random.make();
      EdgeGrid grid = new EdgeGrid(network);
      for (int i = 0; i < 30; i++) {
        LngLat place = random.place();
        int odd = new Random(seed).nextInt(3);
        Snap found = grid.nearest(place.lng(), place.lat(), 400, edge -> edge % 3 != odd);
        Snap expected = nearest(network, place, odd);
        assertThat(found).as("seed %d, place %s", seed, place).isEqualTo(expected);
      }
    }
  }

  private static @Nullable Snap nearest(Network network, LngLat place, int odd) {
    Nearest nearest = new Nearest(network, place.lng(), place.lat(), 400);
    for (int edge = 0; edge < network.edges(); edge++) {
      if (edge % 3 != odd) {
        nearest.offer(edge);
      }
    }
    return nearest.snap();
  }
}
