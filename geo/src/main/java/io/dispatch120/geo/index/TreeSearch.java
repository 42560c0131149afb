package io.dispatch120.geo.index;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Neighbor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
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
    if (k == 0 || root.size() == 0) {
      return List.of();
    }
    UnitVector origin = UnitVector.of(from);
    Nearest<K> best = new Nearest<>(k);
    PriorityQueue<Visit<K>> queue = new PriorityQueue<>();
    queue.add(new Visit<>(root.cap().leastChordTo(origin), root));
    for (Visit<K> visit = queue.poll();
        visit != null && visit.leastChord() <= best.chordLimit;
        visit = queue.poll()) {
      for (Node<K> child : visit.node().children()) {
        double leastChord = child.cap().leastChordTo(origin);
        if (child.size() > 0 && leastChord <= best.chordLimit) {
          queue.add(new Visit<>(leastChord, child));
        }
      }
      for (Entry<K> entry : visit.node().entries()) {
        double squaredChord = entry.vector().squaredChordTo(origin);
        if (squaredChord <= best.chordLimit * best.chordLimit && filter.test(entry.key())) {
          best.offer(measured(entry, from));
        }
      }
    }
    return best.sorted();
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
      for (Node<K> child : node.children()) {
        if (child.size() > 0 && child.cap().leastChordTo(origin) <= chordLimit) {
          open.push(child);
        }
      }
      for (Entry<K> entry : node.entries()) {
        if (entry.vector().squaredChordTo(origin) <= chordLimit * chordLimit
            && filter.test(entry.key())) {
          Neighbor<K> neighbor = measured(entry, from);
          if (neighbor.distanceMeters() <= radiusMeters) {
            found.add(neighbor);
          }
        }
      }
    }
    found.sort(order());
    return Collections.unmodifiableList(found);
  }

  private static <K> Neighbor<K> measured(Entry<K> entry, LngLat from) {
    return new Neighbor<>(entry.key(), entry.position(), from.distanceMetersTo(entry.position()));
  }

  /** The longest chord a point can have whose measured distance is at most this many metres. */
  private static double chordLimit(double distanceMeters) {
    double halfAngle = Math.min(distanceMeters / (2 * LngLat.EARTH_RADIUS_METERS), Math.PI / 2);
    return 2 * Math.sin(halfAngle) + Cap.ROUNDING;
  }

  private static <K extends Comparable<K>> Comparator<Neighbor<K>> order() {
    return Comparator.<Neighbor<K>>comparingDouble(Neighbor::distanceMeters)
        .thenComparing(Neighbor::key);
  }

  /** A node to be looked at, the nearest first. */
  private record Visit<K>(double leastChord, Node<K> node) implements Comparable<Visit<K>> {
    @Override
    public int compareTo(Visit<K> other) {
      return Double.compare(leastChord, other.leastChord);
    }
  }

  /** The k best so far, and the chord beyond which nothing can be better. */
  private static final class Nearest<K extends Comparable<K>> {
    private final int k;
    private final PriorityQueue<Neighbor<K>> worstFirst =
        new PriorityQueue<>(TreeSearch.<K>order().reversed());
    private double chordLimit = Cap.LONGEST_CHORD + Cap.ROUNDING;

    Nearest(int k) {
      this.k = k;
    }

    void offer(Neighbor<K> neighbor) {
      worstFirst.add(neighbor);
      if (worstFirst.size() > k) {
        worstFirst.poll();
      }
      Neighbor<K> worst = worstFirst.peek();
      if (worst != null && worstFirst.size() == k) {
        chordLimit = chordLimit(worst.distanceMeters());
      }
    }

    List<Neighbor<K>> sorted() {
      List<Neighbor<K>> neighbors = new ArrayList<>(worstFirst);
      neighbors.sort(order());
      return Collections.unmodifiableList(neighbors);
    }
  }
}
