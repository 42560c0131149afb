package io.dispatch120.geo.index;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Neighbor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Exact search in a tree of {@link Node}s. Whole nodes and most entries are ruled out by chords;
 * what may belong to the answer is measured by {@link LngLat#distanceMetersTo}, so the answer is
 * that of comparing every point. Stateless; expected time O(log n + k) for points that the filter
 * mostly lets pass.
 */
final class TreeSearch {

  private TreeSearch() {}

  static <K extends Comparable<K>> List<Neighbor<K>> nearest(
      Node<K> root, LngLat from, int k, Predicate<? super K> filter) {
    if (k < 0) {
      throw new IllegalArgumentException("k must not be negative, but is " + k);
    }
    if (k == 0 || root.size == 0) {
      return List.of();
    }
    UnitVector origin = UnitVector.of(from);
    Nearest<K> best = new Nearest<>(Math.min(k, root.size));
    Frontier<K> frontier = new Frontier<>();
    for (Node<K> node = root; node != null; node = frontier.poll(best.chordLimit())) {
      if (node.isLeaf()) {
        best.offerAll(node, origin, filter);
      } else {
        frontier.addChildren(node, origin, best.chordLimit());
      }
    }
    List<Neighbor<K>> nearest = best.measured(from);
    nearest.sort(order());
    return nearest.size() <= k
        ? Collections.unmodifiableList(nearest)
        : List.copyOf(nearest.subList(0, k));
  }

  static <K extends Comparable<K>> List<Neighbor<K>> within(
      Node<K> root, LngLat from, double radiusMeters, Predicate<? super K> filter) {
    if (!(radiusMeters >= 0)) {
      throw new IllegalArgumentException(
          "radiusMeters must not be negative, but is " + radiusMeters);
    }
    UnitVector origin = UnitVector.of(from);
    double chordLimit = chordLimit(radiusMeters);
    List<Neighbor<K>> found = new ArrayList<>();
    Deque<Node<K>> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Node<K> node = open.pop();
      for (int i = 0; i < node.children.length; i++) {
        if (leastChord(node, i, origin) <= chordLimit) {
          open.push(node.children[i]);
        }
      }
      for (int i = 0; i < node.entries.length; i++) {
        if (squaredChord(node, i, origin) <= chordLimit * chordLimit && filter.test(node.key(i))) {
          Neighbor<K> neighbor = measured(node.entries[i], from);
          if (neighbor.distanceMeters() <= radiusMeters) {
            found.add(neighbor);
          }
        }
      }
    }
    found.sort(order());
    return Collections.unmodifiableList(found);
  }

  /** A chord that nothing in a child of a branch is nearer than; zero or less inside. */
  static double leastChord(Node<?> branch, int child, UnitVector origin) {
    int at = child * Ball.BALL;
    return Math.sqrt(squaredChord(branch.coordinates, at, origin)) - branch.coordinates[at + 3];
  }

  static double squaredChord(Node<?> leaf, int entry, UnitVector origin) {
    return squaredChord(leaf.coordinates, entry * Ball.POINT, origin);
  }

  private static double squaredChord(double[] coordinates, int at, UnitVector origin) {
    double dx = coordinates[at] - origin.x();
    double dy = coordinates[at + 1] - origin.y();
    double dz = coordinates[at + 2] - origin.z();
    return dx * dx + dy * dy + dz * dz;
  }

  static <K> Neighbor<K> measured(Entry<K> entry, LngLat from) {
    return new Neighbor<>(entry.key(), entry.position(), from.distanceMetersTo(entry.position()));
  }

  /** The longest chord a point can have whose measured distance is at most this many metres. */
  private static double chordLimit(double distanceMeters) {
    double halfAngle = Math.min(distanceMeters / (2 * LngLat.EARTH_RADIUS_METERS), Math.PI / 2);
    return 2 * Math.sin(halfAngle) + Ball.ROUNDING;
  }

  private static <K extends Comparable<K>> Comparator<Neighbor<K>> order() {
    return Comparator.<Neighbor<K>>comparingDouble(Neighbor::distanceMeters)
        .thenComparing(Neighbor::key);
  }
}
