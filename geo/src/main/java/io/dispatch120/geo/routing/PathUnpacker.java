package io.dispatch120.geo.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the path behind a cost: which arcs the sweep went by, and which courses lie behind them.
 * Costs are exact whole numbers, so each step is the one whose sum fits. Used once, by one thread.
 */
final class PathUnpacker {

  private final Metric metric;
  private final Hierarchy hierarchy;
  private final Links links;
  private final Sweep sweep;
  private final List<Integer> courses = new ArrayList<>();

  /** A sweep to a destination, ready. */
  PathUnpacker(Metric metric, Sweep sweep) {
    this.metric = metric;
    this.sweep = sweep;
    hierarchy = metric.hierarchy();
    links = metric.links();
  }

  /** The courses found by {@link #follow}, in the direction of travel. */
  List<Integer> courses() {
    return courses;
  }

  /**
   * Follows the sweep from a spot.
   *
   * @param seeds tells whether a spot and a cost are those of a seed
   */
  void follow(int from, Seeds seeds) {
    int spot = from;
    while (sweep.coneCost(spot) != sweep.cost(spot)) {
      int arc = arcUp(spot);
      unpack(arc, false);
      spot = hierarchy.heads()[arc];
    }
    while (!seeds.has(spot, sweep.coneCost(spot))) {
      int arc = arcDown(spot);
      unpack(arc, true);
      spot = hierarchy.tails()[arc];
    }
  }

  /** Where a sweep was begun. */
  interface Seeds {
    boolean has(int spot, long cost);
  }

  private int arcUp(int spot) {
    for (int arc = hierarchy.firstUps()[spot]; arc < hierarchy.firstUps()[spot + 1]; arc++) {
      if (metric.ups()[arc] + sweep.cost(hierarchy.heads()[arc]) == sweep.cost(spot)) {
        return arc;
      }
    }
    throw new IllegalStateException("no way up from spot " + spot);
  }

  private int arcDown(int spot) {
    for (int d = hierarchy.firstDowns()[spot]; d < hierarchy.firstDowns()[spot + 1]; d++) {
      int arc = hierarchy.downs()[d];
      long rest = sweep.coneCost(hierarchy.tails()[arc]);
      if (rest < Cost.NONE && metric.downs()[arc] + rest == sweep.coneCost(spot)) {
        return arc;
      }
    }
    throw new IllegalStateException("no way down from spot " + spot);
  }

  private void unpack(int arc, boolean down) {
    long cost = down ? metric.downs()[arc] : metric.ups()[arc];
    for (int link = links.first()[arc]; link < links.first()[arc + 1]; link++) {
      int code = links.codes()[link];
      if (((code & Links.DOWN) != 0) == down && metric.linkCost(code) == cost) {
        courses.add(code >>> 3);
        return;
      }
    }
    int lower = hierarchy.tails()[arc];
    int higher = hierarchy.heads()[arc];
    for (int d = hierarchy.firstDowns()[lower]; d < hierarchy.firstDowns()[lower + 1]; d++) {
      int toLower = hierarchy.downs()[d];
      int toHigher = hierarchy.arc(hierarchy.tails()[toLower], higher);
      if (toHigher >= 0 && detour(toLower, toHigher, down) == cost) {
        unpack(down ? toHigher : toLower, true);
        unpack(down ? toLower : toHigher, false);
        return;
      }
    }
    throw new IllegalStateException("nothing behind arc " + arc);
  }

  /** Over a spot below both ends: from the lower end to the higher one, or back. */
  private long detour(int toLower, int toHigher, boolean down) {
    return down
        ? metric.downs()[toHigher] + metric.ups()[toLower]
        : metric.downs()[toLower] + metric.ups()[toHigher];
  }
}
