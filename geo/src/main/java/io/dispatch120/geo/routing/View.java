package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.routing.Places.Place;

/**
 * The roads for one way of traveling under some conditions. Immutable.
 *
 * @param metric travel times
 * @param places how they are left and reached
 * @param snapper finds their roads
 * @param mark which roads count, see {@link Islands}
 */
record View(Metric metric, Places places, Snapper snapper, byte mark) {

  Place place(LngLat position) {
    return new Place(position, snapper.snap(position, mark));
  }

  /** Makes a sweep ready for ways to a place. */
  void beginTo(Sweep sweep, Snap destination) {
    sweep.begin(metric, true);
    places.reach(destination, (spot, course, cost) -> sweep.seed(spot, cost));
    sweep.spread();
  }

  /** Makes a sweep ready for ways from a place. */
  void beginFrom(Sweep sweep, Snap origin) {
    sweep.begin(metric, false);
    places.leave(origin, (spot, course, cost) -> sweep.seed(spot, cost));
    sweep.spread();
  }

  /** From a place to the one of {@link #beginTo}; {@link Cost#NONE} when there is no way. */
  long costTo(Sweep sweep, Place from, Place to) {
    Least least = new Least(sweep);
    places.leave(from.road(), least);
    return leastOf(least.cost, from, to);
  }

  /** From the place of {@link #beginFrom} to another; {@link Cost#NONE} when there is no way. */
  long costFrom(Sweep sweep, Place from, Place to) {
    Least least = new Least(sweep);
    places.reach(to.road(), least);
    return leastOf(least.cost, from, to);
  }

  private long leastOf(long overJunctions, Place from, Place to) {
    long cost = Math.min(overJunctions, places.across(from, to));
    int direct = places.direct(from.road(), to.road());
    return direct < 0 ? cost : Math.min(cost, places.directCost(from.road(), to.road(), direct));
  }

  /** The least cost over all spots shown to it. */
  private static final class Least implements Places.Joint {
    private final Sweep sweep;
    private long cost = Cost.NONE;

    Least(Sweep sweep) {
      this.sweep = sweep;
    }

    @Override
    public void at(int spot, int course, long part) {
      cost = Math.min(cost, part + sweep.cost(spot));
    }
  }
}
