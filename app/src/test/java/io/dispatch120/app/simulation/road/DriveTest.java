package io.dispatch120.app.simulation.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DriveTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final LngLat STATION = new LngLat(112.8950, 28.2193);
  private static final LngLat HOSPITAL = new LngLat(112.94008, 28.22357);

  private final RoadNetwork roads = RoadFile.demo();

  @Test
  void movesWithoutJumpsNeverFasterThanItMayAndArrives() {
    Route route = roads.route(STATION, HOSPITAL);
    double fastest = route.legs().stream().mapToDouble(Route.Leg::speedKmh).max().orElseThrow();
    Drive drive = Drive.along(route, HOSPITAL, NOON, 1.1, new SplittableRandom(7));
    Whereabouts before = drive.at(NOON);
    assertThat(before.position().distanceMetersTo(STATION)).isLessThan(1);
    for (Instant now = NOON; !drive.arrived(now); now = now.plusSeconds(1)) {
      Whereabouts after = drive.at(now);
      assertThat(after.speedMps()).isBetween(0.0, fastest * 1.1 / 3.6 + 0.01);
      assertThat(after.position().distanceMetersTo(before.position()))
          .isLessThanOrEqualTo(Math.max(before.speedMps(), after.speedMps()) + 1);
      assertThat(after.speedMps() - before.speedMps()).isBetween(-2.01, 1.51);
      assertThat(after.headingDegrees()).isBetween(0.0, 360.0);
      before = after;
    }
    assertThat(drive.at(drive.arrival()).position().distanceMetersTo(HOSPITAL)).isLessThan(1);
    assertThat(drive.at(drive.arrival()).speedMps()).isCloseTo(0, within(0.01));
    assertThat(drive.at(drive.arrival().plusSeconds(60))).isEqualTo(drive.at(drive.arrival()));
  }

  @Test
  void takesAboutAsLongAsAnAmbulanceTakesInTheCity() {
    for (int seed = 0; seed < 50; seed++) {
      Route route = roads.route(STATION, HOSPITAL);
      Drive drive = Drive.along(route, HOSPITAL, NOON, 0.95, new SplittableRandom(seed));
      double seconds = Duration.between(NOON, drive.arrival()).toMillis() / 1000.0;
      assertThat(route.lengthMeters() / seconds * 3.6).as("km/h").isBetween(20.0, 60.0);
    }
  }

  @Test
  void stopsAtSomeJunctionsButNotAtAll() {
    Route route = roads.route(STATION, HOSPITAL);
    long stopped = 0;
    for (int seed = 0; seed < 20; seed++) {
      Drive drive = Drive.along(route, HOSPITAL, NOON, 1, new SplittableRandom(seed));
      Instant end = drive.arrival().minusSeconds(10);
      boolean stands = false;
      for (Instant now = NOON.plusSeconds(10); now.isBefore(end); now = now.plusMillis(500)) {
        stands |= drive.at(now).speedMps() == 0;
      }
      stopped += stands ? 1 : 0;
    }
    assertThat(stopped).isBetween(1L, 19L);
  }

  @Test
  void slowsDownForARightAngle() {
    LngLat start = new LngLat(112.90, 28.20);
    LngLat corner = new LngLat(112.91, 28.20);
    LngLat end = new LngLat(112.91, 28.21);
    Route route =
        new Route(
            List.of(
                new Route.Leg(start, corner, 60, false), new Route.Leg(corner, end, 60, false)));
    Drive drive = Drive.along(route, end, NOON, 1, new SplittableRandom(1));
    double slowest = Double.MAX_VALUE;
    double fastest = 0;
    for (int second = 20; !drive.arrived(NOON.plusSeconds(second + 20)); second++) {
      slowest = Math.min(slowest, drive.at(NOON.plusSeconds(second)).speedMps());
      fastest = Math.max(fastest, drive.at(NOON.plusSeconds(second)).speedMps());
    }
    assertThat(slowest).isBetween(5.0, 7.0);
    assertThat(fastest).isCloseTo(60 / 3.6, within(0.01));
  }

  @Test
  void isThereAtOnceWhenThereIsNoWayToGo() {
    Drive drive = Drive.along(new Route(List.of()), HOSPITAL, NOON, 1, new SplittableRandom(1));
    assertThat(drive.arrived(NOON)).isTrue();
    assertThat(drive.at(NOON).position()).isEqualTo(HOSPITAL);
  }
}
