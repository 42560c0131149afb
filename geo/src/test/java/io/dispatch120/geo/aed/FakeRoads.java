package io.dispatch120.geo.aed;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import java.util.List;
import java.util.function.Predicate;

/**
 * Walks of a meter a second along winding roads, which some places do not have; counts what it is
 * asked.
 */
final class FakeRoads implements TravelTimes {

  private final double boundShare;
  private final Predicate<LngLat> roadless;

  /** How many places have been asked for, all questions together. */
  int places;

  /**
   * @param boundShare the lower bound, as a share of the straight line's time; 0 proves nothing
   */
  FakeRoads(double boundShare, Predicate<LngLat> roadless) {
    this.boundShare = boundShare;
    this.roadless = roadless;
  }

  @Override
  public List<Travel> toDestination(
      List<LngLat> origins, LngLat destination, TravelProfile profile) {
    places += origins.size();
    return origins.stream().map(origin -> way(origin, destination)).toList();
  }

  /** Up to twice the straight line, the same for the same place. */
  private Travel way(LngLat origin, LngLat destination) {
    double meters = origin.distanceMetersTo(destination);
    if (roadless.test(origin)) {
      return new Travel(meters, meters, TravelMethod.STRAIGHT_LINE);
    }
    double winding = 1 + (Math.floorMod(origin.hashCode(), 1000)) / 1000.0;
    return new Travel(meters * winding, meters * winding, TravelMethod.ROAD);
  }

  @Override
  public double lowerBoundSeconds(double straightMeters, TravelProfile profile) {
    return straightMeters * boundShare;
  }
}
