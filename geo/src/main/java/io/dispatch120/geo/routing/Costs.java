package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.RoadClass;
import io.dispatch120.geo.api.RoadSpeeds;
import java.util.Optional;

/** What courses cost somebody. Immutable. */
final class Costs {

  private static final double KMH = 3.6;

  private final Network network;
  private final float[] edgeMeters;
  private final boolean walking;

  /** Ambulance: meters per second for one km/h of a car, by class of road. */
  private final double[] factors;

  private final double topMetersPerSecond;

  private Costs(
      Network network, float[] edgeMeters, boolean walking, double[] factors, double top) {
    this.network = network;
    this.edgeMeters = edgeMeters;
    this.walking = walking;
    this.factors = factors;
    topMetersPerSecond = top;
  }

  /** For an ambulance at a time of day. */
  static Costs driving(
      Network network, float[] edgeMeters, RoadSpeeds speeds, Optional<RoadSpeeds.Slot> slot) {
    double[] factors = new double[RoadClass.values().length];
    for (RoadClass roadClass : RoadClass.values()) {
      double atThisTime = slot.map(s -> s.factorOf(roadClass)).orElse(1.0);
      factors[roadClass.ordinal()] =
          speeds.factors().getOrDefault(roadClass, 1.0) * atThisTime / KMH;
    }
    return new Costs(network, edgeMeters, false, factors, speeds.topSpeedKmh() / KMH);
  }

  /** For a pedestrian. */
  static Costs walking(Network network, float[] edgeMeters, RoadSpeeds speeds) {
    double factor = speeds.walkingMetersPerSecond() / NetworkCopier.EVEN_FOOT_KMH;
    return new Costs(network, edgeMeters, true, new double[] {factor}, Double.POSITIVE_INFINITY);
  }

  /** Whether they are those of a pedestrian. */
  boolean walks() {
    return walking;
  }

  /** Which links of a hierarchy count. */
  int linkBit() {
    return walking ? Links.FOOT : Links.CAR;
  }

  /** Whether the course can be gone along at all, closed or not. */
  boolean open(int course) {
    return walking ? network.walkable(course >> 1) : network.drivable(course);
  }

  /** Speed along a course, 0 where nobody can go. */
  double metersPerSecond(int course) {
    int edge = course >> 1;
    return walking
        ? network.footKmh()[edge] * factors[0]
        : Math.min(
            topMetersPerSecond, network.carKmh()[course] * factors[network.roadClasses()[edge]]);
  }

  /** The whole course, or {@link Cost#NONE}. */
  long of(int course) {
    return part(course, 1);
  }

  /** A share of a course from 0 to 1, or {@link Cost#NONE}. */
  long part(int course, double share) {
    double speed = metersPerSecond(course);
    if (!(speed > 0)) {
      return Cost.NONE;
    }
    double meters = edgeMeters[course >> 1] * share;
    return Cost.of(meters / speed, meters);
  }

  /** By class of road: the fastest that a car goes anywhere on the map. */
  static double[] fastestKmh(Network network) {
    double[] fastest = new double[RoadClass.values().length];
    for (int course = 0; course < network.courses(); course++) {
      int roadClass = network.roadClasses()[course >> 1];
      fastest[roadClass] = Math.max(fastest[roadClass], network.carKmh()[course]);
    }
    return fastest;
  }

  /** By the same: the fastest that an ambulance goes. */
  double fastest(double[] fastestKmh) {
    double fastest = 0;
    for (int i = 0; i < factors.length; i++) {
      fastest = Math.max(fastest, fastestKmh[i] * factors[i]);
    }
    return Math.min(fastest, topMetersPerSecond);
  }

  /** The fastest that a pedestrian goes anywhere on the map; on a ferry faster than on foot. */
  double fastestOnFoot() {
    double fastest = 0;
    for (float footKmh : network.footKmh()) {
      fastest = Math.max(fastest, footKmh * factors[0]);
    }
    return fastest;
  }
}
