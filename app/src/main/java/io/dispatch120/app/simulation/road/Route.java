package io.dispatch120.app.simulation.road;

import io.dispatch120.geo.api.LngLat;
import java.util.List;

/** A way from one place to another, straight leg by straight leg. Empty when both are the same. */
public record Route(List<Leg> legs) {

  /** Shorter ones would only be noise in a heading. */
  private static final double SHORTEST_METERS = 0.5;

  /** Off the road, across a forecourt or down the lanes that are not drawn. */
  private static final double LANE_KMH = 25;

  /** Where there is no road at all between two places. */
  private static final double CROSS_COUNTRY_KMH = 30;

  /**
   * @param speedKmh how fast one usually drives there
   * @param junction whether another road may be taken where the leg ends
   */
  public record Leg(LngLat from, LngLat to, double speedKmh, boolean junction) {
    public double lengthMeters() {
      return from.distanceMetersTo(to);
    }

    public double headingDegrees() {
      return Ground.headingDegrees(from, to);
    }
  }

  public Route {
    legs = legs.stream().filter(leg -> leg.lengthMeters() >= SHORTEST_METERS).toList();
  }

  /** As the crow flies, for places that no road joins. */
  static Route straight(LngLat from, LngLat to) {
    return new Route(List.of(new Leg(from, to, CROSS_COUNTRY_KMH, false)));
  }

  static Leg offRoad(LngLat from, LngLat to) {
    return new Leg(from, to, LANE_KMH, false);
  }

  public double lengthMeters() {
    return legs.stream().mapToDouble(Leg::lengthMeters).sum();
  }
}
