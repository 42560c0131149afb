package io.dispatch120.app.simulation.road;

import io.dispatch120.app.simulation.road.Course.Leg;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One drive along a route: speeds up, brakes for bends, stops at some junctions and at the end.
 * Fixed when it departs, so where the vehicle is at a moment is only looked up: O(log phases).
 * Immutable.
 */
public final class Drive {
  /** What a loaded van does with a patient in it; a car's figures are half as high again. */
  private static final double SPEED_UP_MPS2 = 1.5;

  private static final double BRAKE_MPS2 = 2.0;

  private static final double STOP_CHANCE = 0.06;

  /** What is lost in bends and at stops is made up for in between, up to twice what is expected. */
  private static final double MOST_MADE_UP = 2;

  private static final int TRIES = 12;
  private static final int MOST_STOPS = 3;

  /** A time during which the speed changes evenly along one leg. */
  private record Phase(
      double fromSecond, double seconds, Leg leg, double atMeters, double speedMps, double change) {

    Whereabouts after(double elapsed) {
      double meters = atMeters + speedMps * elapsed + change * elapsed * elapsed / 2;
      double fraction = Math.max(0, Math.min(1, meters / leg.lengthMeters()));
      return new Whereabouts(
          Ground.between(leg.from(), leg.to(), fraction),
          Math.max(0, speedMps + change * elapsed),
          leg.headingDegrees());
    }
  }

  private final List<Phase> phases = new ArrayList<>();
  private final Instant departure;
  private final LngLat end;
  private double seconds;

  private Drive(Instant departure, LngLat end) {
    this.departure = departure;
    this.end = end;
  }

  /**
   * Takes the time that the map expects, over {@code haste}, as far as a van can.
   *
   * @param end where the vehicle is when the route is empty
   * @param haste above 1 for crews that are quicker than the map expects
   */
  public static Drive along(
      Route route, LngLat end, Instant departure, double haste, RandomGenerator random) {
    Course course = Course.of(route);
    double[] dwellSeconds = stops(course.legs(), random);
    double wanted = course.seconds() / haste;
    double slow = haste;
    double fast = haste * MOST_MADE_UP;
    Drive drive = along(course, end, departure, fast, dwellSeconds);
    for (int i = 0; i < TRIES && drive.seconds < wanted; i++) {
      double middle = (slow + fast) / 2;
      Drive next = along(course, end, departure, middle, dwellSeconds);
      if (next.seconds > wanted) {
        slow = middle;
      } else {
        fast = middle;
        drive = next;
      }
    }
    return drive;
  }

  private static Drive along(
      Course course, LngLat end, Instant departure, double pace, double[] dwellSeconds) {
    Drive drive = new Drive(departure, end);
    List<Leg> legs = course.legs();
    double[] limits = limits(legs, dwellSeconds, pace);
    for (int i = 0; i < legs.size(); i++) {
      drive.add(legs.get(i), limits[i], limits[i + 1], legs.get(i).expectedMps() * pace);
      drive.wait(legs.get(i), dwellSeconds[i]);
    }
    return drive;
  }

  /** How long the vehicle stands at the end of each leg. */
  private static double[] stops(List<Leg> legs, RandomGenerator random) {
    double[] dwellSeconds = new double[legs.size()];
    int stops = 0;
    for (int i = 0; i < legs.size() - 1 && stops < MOST_STOPS; i++) {
      if (legs.get(i).crosses(legs.get(i + 1)) && random.nextDouble() < STOP_CHANCE) {
        dwellSeconds[i] = random.nextDouble(2, 7);
        stops++;
      }
    }
    return dwellSeconds;
  }

  /** Speeds at the ends of the legs that can be kept with what the vehicle brakes and speeds up. */
  private static double[] limits(List<Leg> legs, double[] dwellSeconds, double pace) {
    double[] limits = new double[legs.size() + 1];
    for (int i = 1; i < legs.size(); i++) {
      double roads = Math.min(legs.get(i - 1).expectedMps(), legs.get(i).expectedMps()) * pace;
      double bend = bendMps(legs.get(i - 1).turnDegrees(legs.get(i)));
      limits[i] = dwellSeconds[i - 1] > 0 ? 0 : Math.min(roads, bend);
    }
    for (int i = 1; i < limits.length; i++) {
      limits[i] = Math.min(limits[i], reached(limits[i - 1], SPEED_UP_MPS2, legs.get(i - 1)));
    }
    for (int i = limits.length - 2; i >= 0; i--) {
      limits[i] = Math.min(limits[i], reached(limits[i + 1], BRAKE_MPS2, legs.get(i)));
    }
    return limits;
  }

  private static double reached(double speedMps, double change, Leg leg) {
    return Math.sqrt(speedMps * speedMps + 2 * change * leg.lengthMeters());
  }

  /** Slight bends are not noticed, a right angle is taken at 18 km/h, a U-turn at a crawl. */
  private static double bendMps(double turn) {
    if (turn < 20) {
      return Double.POSITIVE_INFINITY;
    }
    return turn < 90 ? 15 - (turn - 20) / 7 : Math.max(2.5, 5 - (turn - 90) / 30);
  }

  private void add(Leg leg, double fromMps, double toMps, double topMps) {
    double length = leg.lengthMeters();
    // The peak at which speeding up and braking together need the whole leg.
    double peak =
        Math.sqrt(
            (2 * SPEED_UP_MPS2 * BRAKE_MPS2 * length
                    + BRAKE_MPS2 * fromMps * fromMps
                    + SPEED_UP_MPS2 * toMps * toMps)
                / (SPEED_UP_MPS2 + BRAKE_MPS2));
    double cruise = Math.max(Math.max(fromMps, toMps), Math.min(peak, topMps));
    double up = (cruise * cruise - fromMps * fromMps) / (2 * SPEED_UP_MPS2);
    double down = (cruise * cruise - toMps * toMps) / (2 * BRAKE_MPS2);
    double even = Math.max(0, length - up - down);
    phase(leg, (cruise - fromMps) / SPEED_UP_MPS2, 0, fromMps, SPEED_UP_MPS2);
    phase(leg, even / cruise, up, cruise, 0);
    phase(leg, (cruise - toMps) / BRAKE_MPS2, up + even, cruise, -BRAKE_MPS2);
  }

  private void wait(Leg leg, double dwellSeconds) {
    phase(leg, dwellSeconds, leg.lengthMeters(), 0, 0);
  }

  private void phase(Leg leg, double lasting, double atMeters, double speedMps, double change) {
    if (lasting > 0) {
      phases.add(new Phase(seconds, lasting, leg, atMeters, speedMps, change));
      seconds += lasting;
    }
  }

  public Instant arrival() {
    return departure.plusMillis(Math.round(seconds * 1000));
  }

  public boolean arrived(Instant now) {
    return !now.isBefore(arrival());
  }

  public LngLat end() {
    return end;
  }

  public Whereabouts at(Instant now) {
    double elapsed = Duration.between(departure, now).toMillis() / 1000.0;
    if (phases.isEmpty()) {
      return new Whereabouts(end, 0, 0);
    }
    if (arrived(now)) {
      return new Whereabouts(end, 0, phases.get(phases.size() - 1).leg().headingDegrees());
    }
    Phase phase = phases.get(find(elapsed));
    double within = Math.max(0, Math.min(phase.seconds(), elapsed - phase.fromSecond()));
    return phase.after(within);
  }

  /** The last phase that has begun. */
  private int find(double elapsed) {
    int low = 0;
    int high = phases.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (phases.get(middle).fromSecond() <= elapsed) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
