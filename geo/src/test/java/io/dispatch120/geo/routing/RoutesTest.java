package io.dispatch120.geo.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.RoadSpeeds;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.Route;
import io.dispatch120.geo.api.RoutePoint;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Routes of random towns, against the table of travel times and against themselves. */
class RoutesTest {

  private static final LocalDateTime NIGHT = LocalDateTime.of(2026, 11, 23, 2, 0);

  @Test
  void everyRouteTakesAsLongAsTheTableSaysAndIsAsLongAsItsCourse() {
    int byRoad = 0;
    for (int seed = 1000; seed < 1150; seed++) {
      RandomNetwork random = new RandomNetwork(seed);
      Roads roads = roads(random.make());
      roads.use(
          new RoadConditions(
              NIGHT, List.of(new RoadClosure(RoadClosure.Form.POINT, List.of(random.place())))));
      List<LngLat> places = Stream.generate(random::place).limit(6).toList();
      for (TravelProfile profile : TravelProfile.values()) {
        for (LngLat to : places) {
          List<Travel> table = roads.toDestination(places, to, profile);
          for (int from = 0; from < places.size(); from++) {
            Route route = roads.route(places.get(from), to, profile);
            assertThat(route.travel()).as("seed %d", seed).isEqualTo(table.get(from));
            requireWhole(route, places.get(from), to);
            byRoad += route.travel().method() == TravelMethod.ROAD ? 1 : 0;
          }
        }
      }
    }
    assertThat(byRoad).isGreaterThan(8_000);
  }

  private static Roads roads(Network network) {
    return new RoadMap(
            RoadGraphImport.order(new MapSource("town", 1, "00"), network, progress -> {}))
        .newRoads(RoadSpeeds.DEFAULTS);
  }

  private static void requireWhole(Route route, LngLat from, LngLat to) {
    List<RoutePoint> points = route.points();
    assertThat(points.get(0)).isEqualTo(new RoutePoint(from, 0));
    assertThat(points.get(points.size() - 1))
        .isEqualTo(new RoutePoint(to, route.travel().seconds()));
    double meters = 0;
    for (int i = 1; i < points.size(); i++) {
      assertThat(points.get(i).seconds()).isGreaterThanOrEqualTo(points.get(i - 1).seconds());
      meters += points.get(i - 1).position().distanceMetersTo(points.get(i).position());
    }
    if (route.travel().method() == TravelMethod.ROAD) {
      // Lengths are rounded up to the centimeter, course by course.
      assertThat(route.travel().distanceMeters())
          .isCloseTo(meters, within(0.05 + 0.02 * points.size()));
    } else {
      assertThat(points).hasSize(2);
    }
  }
}
