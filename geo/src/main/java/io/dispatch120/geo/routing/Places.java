package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.LngLat;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * How somebody gets from places to spots of the hierarchy and back: off the road on foot, then
 * along part of a road, in every direction that is allowed. Immutable.
 *
 * @param data the map
 * @param duplicates of roads
 * @param costs of courses, closures left aside
 * @param closedEdges roads that are closed; a place on one is left and reached by the nearer end,
 *     and only where one may not drive there by the other, so that no way leads through
 * @param offRoadMetersPerSecond pace between a place and its road
 */
record Places(
    MapData data,
    Duplicates duplicates,
    Costs costs,
    BitSet closedEdges,
    double offRoadMetersPerSecond) {

  /** The place is at a junction itself. */
  static final int NO_COURSE = -1;

  /** Where a place is, and where it meets the road, if it does. */
  record Place(LngLat position, @Nullable Snap snap) {

    /** Where it meets the road; only for those that do. */
    Snap road() {
      Snap road = snap;
      if (road == null) {
        throw new IllegalStateException("no road near " + position);
      }
      return road;
    }
  }

  /** Something that wants to see how a place and spots are joined. */
  interface Joint {
    /**
     * Between the place and a spot lies part of a course, or {@link #NO_COURSE}, at a cost that
     * includes the foot way.
     */
    void at(int spot, int course, long cost);
  }

  /**
   * Where one can be first after leaving a place. From a junction in any direction that is allowed
   * to one who did not come from anywhere.
   */
  void leave(Snap from, Joint joint) {
    int junction = from.junction(data.network());
    if (junction >= 0) {
      joint.at(data.ranks()[junction], NO_COURSE, offRoad(from));
    }
    for (int way = 0; way < 2; way++) {
      int course = 2 * from.edge() + way;
      if (costs.open(course) && !throughClosure(course, 1 - from.shareAlong(course))) {
        int spot = costs.walks() ? data.network().ends()[course] : data.turns().arrivals()[course];
        long cost = costs.part(course, 1 - from.shareAlong(course)) + offRoad(from);
        joint.at(data.ranks()[spot], course, cost);
      }
    }
  }

  /** Where one must be last before reaching a place. */
  void reach(Snap to, Joint joint) {
    int junction = to.junction(data.network());
    if (junction >= 0) {
      reachJunction(junction, offRoad(to), joint);
    }
    int[] copies = duplicates.of(to.edge());
    for (int copy = -1; copy < copies.length; copy++) {
      int edge = copy < 0 ? to.edge() : copies[copy];
      for (int way = 0; way < 2; way++) {
        int course = 2 * edge + way;
        if (costs.open(course) && !throughClosure(course, to.shareAlong(course))) {
          reachBy(course, costs.part(course, to.shareAlong(course)) + offRoad(to), joint);
        }
      }
    }
  }

  /** Whether the larger part of a closed road would be driven although the other end is open. */
  private boolean throughClosure(int course, double share) {
    return share > 0.5 && closedEdges.get(course >> 1) && costs.open(course ^ 1);
  }

  private void reachJunction(int junction, long cost, Joint joint) {
    joint.at(data.ranks()[junction], NO_COURSE, cost);
    TurnGraph turns = data.turns();
    int copies = costs.walks() ? 0 : turns.copies(junction);
    for (int i = 0; i < copies; i++) {
      joint.at(data.ranks()[turns.copy(junction, i)], NO_COURSE, cost);
    }
  }

  private void reachBy(int course, long cost, Joint joint) {
    TurnGraph turns = data.turns();
    int entries = costs.walks() ? 1 : turns.entries(course);
    for (int i = 0; i < entries; i++) {
      int entry = turns.entry(course, i);
      if (entry >= 0) {
        joint.at(data.ranks()[entry], course, cost);
      }
    }
  }

  /** The course of a road that both places are on and that leads straight there, or -1. */
  int direct(Snap from, Snap to) {
    if (from.edge() != to.edge()) {
      return -1;
    }
    for (int way = 0; way < 2; way++) {
      int course = 2 * from.edge() + way;
      if (costs.open(course) && from.shareAlong(course) <= to.shareAlong(course)) {
        return course;
      }
    }
    return -1;
  }

  /** What a course of {@link #direct} costs, foot ways included. */
  long directCost(Snap from, Snap to, int course) {
    double share = to.shareAlong(course) - from.shareAlong(course);
    return offRoad(from) + costs.part(course, share) + offRoad(to);
  }

  /** What it costs between a place and its road. */
  long offRoad(Snap snap) {
    return onFoot(snap.offMeters());
  }

  /**
   * Across country: when two places are no farther from each other than from the roads, nobody goes
   * to the road and back. {@link Cost#NONE} otherwise.
   */
  long across(Place from, Place to) {
    double meters = from.position().distanceMetersTo(to.position());
    return meters <= from.road().offMeters() + to.road().offMeters() ? onFoot(meters) : Cost.NONE;
  }

  private long onFoot(double meters) {
    return Cost.of(meters / offRoadMetersPerSecond, meters);
  }
}
