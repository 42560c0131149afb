package io.dispatch120.app.simulation.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.app.catalogue.CatalogueFolder;
import io.dispatch120.app.simulation.road.Route.Leg;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.geo.api.LngLat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoadNetworkTest {
  private static final LngLat SOUTH_WEST = new LngLat(112.90, 28.20);
  private static final LngLat SOUTH_EAST = new LngLat(112.91, 28.20);
  private static final LngLat NORTH_EAST = new LngLat(112.91, 28.21);
  private static final LngLat NORTH_WEST = new LngLat(112.90, 28.21);

  @Test
  void takesTheQuickerWayEvenWhenItIsLonger() {
    RoadNetwork roads =
        new RoadNetwork(
            List.of(
                new Road(List.of(SOUTH_WEST, SOUTH_EAST), 10, false),
                new Road(List.of(SOUTH_WEST, NORTH_WEST, NORTH_EAST, SOUTH_EAST), 80, false)));
    assertThat(roads.route(SOUTH_WEST, SOUTH_EAST).legs())
        .extracting(Leg::to)
        .containsExactly(NORTH_WEST, NORTH_EAST, SOUTH_EAST);
  }

  @Test
  void drivesAroundTheBlockRatherThanUpAOneWayStreet() {
    RoadNetwork roads =
        new RoadNetwork(
            List.of(
                new Road(List.of(SOUTH_WEST, SOUTH_EAST), 50, true),
                new Road(List.of(SOUTH_EAST, NORTH_EAST, NORTH_WEST, SOUTH_WEST), 50, true)));
    assertThat(roads.route(SOUTH_WEST, SOUTH_EAST).legs()).hasSize(1);
    assertThat(roads.route(SOUTH_EAST, SOUTH_WEST).legs()).hasSize(3);
    LngLat near = Ground.between(SOUTH_WEST, SOUTH_EAST, 0.4);
    LngLat far = Ground.between(SOUTH_WEST, SOUTH_EAST, 0.6);
    assertThat(roads.route(near, far).legs()).hasSize(1);
    assertThat(roads.route(far, near).legs()).hasSize(5);
  }

  @Test
  void goesStraightToTheRoadAndFromItAndKnowsWhereOneMayTurnOff() {
    LngLat lane = new LngLat(112.905, 28.19);
    LngLat corner = new LngLat(112.905, 28.20);
    RoadNetwork roads =
        new RoadNetwork(
            List.of(
                new Road(List.of(SOUTH_WEST, corner, SOUTH_EAST), 50, false),
                new Road(List.of(corner, lane), 30, false)));
    LngLat door = Ground.moved(Ground.between(SOUTH_WEST, corner, 0.5), 0, 80);
    List<Leg> legs = roads.route(door, lane).legs();
    assertThat(legs.get(0).lengthMeters()).isCloseTo(80, within(0.1));
    assertThat(legs.get(0).headingDegrees()).isCloseTo(180, within(0.1));
    assertThat(legs).extracting(Leg::junction).containsExactly(false, true, false);
    assertThat(legs.get(legs.size() - 1).to()).isEqualTo(lane);
  }

  @Test
  void goesStraightWhereNoRoadLeads() {
    RoadNetwork islands =
        new RoadNetwork(
            List.of(
                new Road(List.of(SOUTH_WEST, SOUTH_EAST), 50, false),
                new Road(List.of(NORTH_WEST, NORTH_EAST), 50, false)));
    assertThat(islands.route(SOUTH_WEST, NORTH_EAST).legs()).hasSize(1);
    assertThat(new RoadNetwork(List.of()).route(SOUTH_WEST, NORTH_EAST).legs()).hasSize(1);
    LngLat door = Ground.moved(SOUTH_WEST, 0, 100);
    LngLat nextDoor = Ground.moved(SOUTH_WEST, 20, 100);
    assertThat(islands.route(door, nextDoor).legs())
        .as("nobody drives to the road and back for twenty metres")
        .hasSize(1);
  }

  @Test
  void joinsEveryStationOfTheDemoWithEveryHospitalByRoad() {
    Catalogue demo = CatalogueFolder.demo();
    RoadNetwork roads = RoadFile.demo();
    for (StationInfo station : demo.stations()) {
      for (HospitalInfo hospital : demo.hospitals()) {
        double straight = station.position().distanceMetersTo(hospital.position());
        Route route = roads.route(station.position(), hospital.position());
        assertThat(route.lengthMeters())
            .as("%s to %s", station.name(), hospital.name())
            .isBetween(straight * 0.999, straight * 2 + 3_000);
      }
    }
  }

  @Test
  void staysOnTheRoadBetweenTheFirstMetresAndTheLast() {
    RoadNetwork roads = RoadFile.demo();
    Route route = roads.route(new LngLat(112.7352, 28.1248), new LngLat(112.94008, 28.22357));
    assertThat(route.legs()).hasSizeGreaterThan(50);
    assertThat(onRoads(roads, route))
        .hasSizeGreaterThan(route.legs().size() - 3)
        .allSatisfy(middle -> assertThat(roads.metersToRoad(middle)).isLessThan(0.5));
  }

  private static List<LngLat> onRoads(RoadNetwork roads, Route route) {
    return route.legs().stream()
        .filter(leg -> roads.metersToRoad(leg.from()) < 0.5 && roads.metersToRoad(leg.to()) < 0.5)
        .map(leg -> Ground.between(leg.from(), leg.to(), 0.5))
        .toList();
  }
}
