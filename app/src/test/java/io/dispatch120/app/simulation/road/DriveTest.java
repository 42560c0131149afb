package io.dispatch120.app.simulation.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Route;
import io.dispatch120.geo.api.RoutePoint;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DriveTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final LngLat STATION = new LngLat(112.8950, 28.2193);
  private static final LngLat HOSPITAL = new LngLat(112.94008, 28.22357);

  /** A way through the city: main roads at 40 km/h, side streets at 20, a corner every 300 m. */
  private static final Route ROUTE = zigzag();

  private static Route zigzag() {
    List<RoutePoint> points = new ArrayList<>();
    LngLat at = STATION;
    double seconds = 0;
    points.add(new RoutePoint(at, 0));
    while (at.lng() < HOSPITAL.lng()) {
      boolean east = points.size() % 2 == 1;
      LngLat next = Ground.moved(at, east ? 300 : 0, east ? 0 : 40);
      seconds += at.distanceMetersTo(next) * 3.6 / (points.size() % 5 == 0 ? 20 : 40);
      points.add(new RoutePoint(next, seconds));
      at = next;
    }
    points.add(new RoutePoint(HOSPITAL, seconds + at.distanceMetersTo(HOSPITAL) * 3.6 / 20));
    return route(points);
  }

  private static Route route(List<RoutePoint> points) {
    double meters = 0;
    for (int i = 1; i < points.size(); i++) {
      meters += points.get(i - 1).position().distanceMetersTo(points.get(i).position());
    }
    double seconds = points.get(points.size() - 1).seconds();
    return new Route(points, new Travel(seconds, meters, TravelMethod.ROAD));
  }

  @Test
  void movesWithoutJumpsNeverFasterThanItMayAndArrives() {
    Drive drive = Drive.along(ROUTE, HOSPITAL, NOON, 1.1, new SplittableRandom(7));
    Whereabouts before = drive.at(NOON);
    assertThat(before.position().distanceMetersTo(STATION)).isLessThan(1);
    for (Instant now = NOON; !drive.arrived(now); now = now.plusSeconds(1)) {
      Whereabouts after = drive.at(now);
      assertThat(after.speedMps()).isBetween(0.0, 40 * 2 * 1.1 / 3.6 + 0.01);
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
  void takesWhatTheMapExpectsOverItsHaste() {
    for (int seed = 0; seed < 50; seed++) {
      double haste = 0.75 + seed * 0.007;
      Drive drive = Drive.along(ROUTE, HOSPITAL, NOON, haste, new SplittableRandom(seed));
      double seconds = Duration.between(NOON, drive.arrival()).toMillis() / 1000.0;
      assertThat(seconds)
          .as("haste %s", haste)
          .isCloseTo(ROUTE.travel().seconds() / haste, withinPercentage(2));
    }
  }

  @Test
  void stopsAtSomeJunctionsButNotAtAll() {
    long stopped = 0;
    for (int seed = 0; seed < 20; seed++) {
      Drive drive = Drive.along(ROUTE, HOSPITAL, NOON, 1, new SplittableRandom(seed));
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
    double seconds = start.distanceMetersTo(corner) * 3.6 / 60;
    Route route =
        route(
            List.of(
                new RoutePoint(start, 0),
                new RoutePoint(corner, seconds),
                new RoutePoint(end, seconds + corner.distanceMetersTo(end) * 3.6 / 60)));
    Drive drive = Drive.along(route, end, NOON, 1, new SplittableRandom(1));
    double slowest = Double.MAX_VALUE;
    double fastest = 0;
    for (int second = 20; !drive.arrived(NOON.plusSeconds(second + 20)); second++) {
      slowest = Math.min(slowest, drive.at(NOON.plusSeconds(second)).speedMps());
      fastest = Math.max(fastest, drive.at(NOON.plusSeconds(second)).speedMps());
    }
    assertThat(slowest).isBetween(5.0, 7.0);
    assertThat(fastest).isBetween(60 / 3.6, 72 / 3.6);
  }

  @Test
  void isThereAtOnceWhenThereIsNoWayToGo() {
    Drive drive =
        Drive.along(
            route(List.of(new RoutePoint(HOSPITAL, 0), new RoutePoint(HOSPITAL, 0))),
            HOSPITAL,
            NOON,
            1,
            new SplittableRandom(1));
    assertThat(drive.arrived(NOON)).isTrue();
    assertThat(drive.at(NOON).position()).isEqualTo(HOSPITAL);
  }
}
