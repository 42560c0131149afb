package io.dispatch120.geo.travel;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.Route;
import io.dispatch120.geo.api.RoutePoint;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import java.util.List;

/**
 * Travel times from the great-circle distance, a detour factor and an average speed: the answer
 * when no road map is loaded or no road leads there. The order of candidates is that of the
 * straight line. Immutable, safe for many threads.
 */
public final class StraightLineTravelTimes implements Roads {

  private final Assumptions assumptions;

  /**
   * Uses the given assumptions; {@link Assumptions#DEFAULTS} unless a center has measured its own.
   */
  public StraightLineTravelTimes(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  @Override
  public List<Travel> toDestination(
      List<LngLat> origins, LngLat destination, TravelProfile profile) {
    return origins.stream()
        .map(origin -> travel(origin.distanceMetersTo(destination), profile))
        .toList();
  }

  @Override
  public List<Travel> fromOrigin(LngLat origin, List<LngLat> destinations, TravelProfile profile) {
    return toDestination(destinations, origin, profile);
  }

  @Override
  public Route route(LngLat from, LngLat to, TravelProfile profile) {
    Travel way = travel(from.distanceMetersTo(to), profile);
    return new Route(List.of(new RoutePoint(from, 0), new RoutePoint(to, way.seconds())), way);
  }

  /** No roads, no conditions. */
  @Override
  public void use(RoadConditions conditions) {}

  @Override
  public List<List<LngLat>> closedBy(RoadClosure closure) {
    return List.of();
  }

  /** Here the bound is the time itself. */
  @Override
  public double lowerBoundSeconds(double straightMeters, TravelProfile profile) {
    return travel(straightMeters, profile).seconds();
  }

  @Override
  public boolean knowsRoads() {
    return false;
  }

  private Travel travel(double straightMeters, TravelProfile profile) {
    double distanceMeters = straightMeters * assumptions.detourFactor();
    double seconds = distanceMeters / assumptions.metersPerSecond(profile);
    return new Travel(seconds, distanceMeters, TravelMethod.STRAIGHT_LINE);
  }

  /**
   * What is assumed about ways and speeds.
   *
   * @param detourFactor length of the way over the straight line, at least 1
   * @param ambulanceMetersPerSecond average speed of an ambulance under way, junctions included
   * @param walkingMetersPerSecond average walking speed
   */
  public record Assumptions(
      double detourFactor, double ambulanceMetersPerSecond, double walkingMetersPerSecond) {

    /**
     * Detour 1.4: Boscoe, Henry and Zdeb (2012) found 1.417 for drives to hospitals, Ballou et al.
     * (2002) 1.33 for China. Ambulance 9.7 m/s (35 km/h): a planning assumption for city traffic
     * with junctions, to be replaced by the center's own records. Walking 1.4 m/s: comfortable gait
     * of adults is 1.27-1.46 m/s (Bohannon 1997); a running bystander is faster, so the figure
     * promises too little rather than too much.
     */
    public static final Assumptions DEFAULTS = new Assumptions(1.4, 9.7, 1.4);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException when one is out of range
     */
    public Assumptions {
      requireFiniteAtLeast("detourFactor", detourFactor, 1);
      requireFiniteAtLeast("ambulanceMetersPerSecond", ambulanceMetersPerSecond, 0.1);
      requireFiniteAtLeast("walkingMetersPerSecond", walkingMetersPerSecond, 0.1);
    }

    double metersPerSecond(TravelProfile profile) {
      return switch (profile) {
        case AMBULANCE -> ambulanceMetersPerSecond;
        case WALKING -> walkingMetersPerSecond;
      };
    }

    private static void requireFiniteAtLeast(String name, double figure, double least) {
      if (!(figure >= least && figure < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            name + " must be at least " + least + ", but is " + figure);
      }
    }
  }
}
