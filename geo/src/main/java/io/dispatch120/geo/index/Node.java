package io.dispatch120.geo.index;

import java.util.List;

/**
 * A node of an immutable search tree: a leaf holds entries, a branch holds nodes; the ball holds
 * all that is below. Both indexes build such trees, each in its own way, and share the search.
 * Coordinates lie beside each other in one array, because a search looks at all of a node at once.
 */
final class Node<K> {

  private static final Node<?>[] NO_CHILDREN = {};
  private static final Entry<?>[] NO_ENTRIES = {};

  /** Where it lies, for a tree that divides the Earth into cells. */
  final Cell cell;

  final Ball ball;

  /** How many entries there are below. */
  final int size;

  /** Empty for a leaf; never changed. */
  final Node<K>[] children;

  /** Empty for a branch; never changed. */
  final Entry<K>[] entries;

  /** The points of the entries, or the balls of the children, in their order; never changed. */
  final double[] coordinates;

  private Node(
      Cell cell,
      Ball ball,
      int size,
      Node<K>[] children,
      Entry<K>[] entries,
      double[] coordinates) {
    this.cell = cell;
    this.ball = ball;
    this.size = size;
    this.children = children;
    this.entries = entries;
    this.coordinates = coordinates;
  }

  /** A leaf of these entries, which it copies. */
  static <K> Node<K> leaf(Cell cell, List<Entry<K>> entries) {
    return leaf(cell, entries.toArray(Node.<K>noEntries()));
  }

  /** A leaf that keeps the array: nobody may change it any more. */
  static <K> Node<K> leaf(Cell cell, Entry<K>[] entries) {
    double[] points = new double[entries.length * Ball.POINT];
    int at = 0;
    for (Entry<K> entry : entries) {
      points[at++] = entry.vector().x();
      points[at++] = entry.vector().y();
      points[at++] = entry.vector().z();
    }
    return new Node<>(cell, Ball.ofPoints(points), entries.length, noChildren(), entries, points);
  }

  /** A branch of these nodes, which it copies. */
  static <K> Node<K> branch(Cell cell, List<Node<K>> children) {
    return branch(cell, children.toArray(Node.<K>noChildren()));
  }

  /** A branch that keeps the array: nobody may change it any more. */
  static <K> Node<K> branch(Cell cell, Node<K>[] children) {
    double[] balls = new double[children.length * Ball.BALL];
    int size = 0;
    int at = 0;
    for (Node<K> child : children) {
      size += child.size;
      balls[at++] = child.ball.x();
      balls[at++] = child.ball.y();
      balls[at++] = child.ball.z();
      balls[at++] = child.ball.radius();
    }
    return new Node<>(cell, Ball.ofBalls(balls), size, children, noEntries(), balls);
  }

  /** An empty array fits every K. */
  @SuppressWarnings("unchecked")
  private static <K> Node<K>[] noChildren() {
    return (Node<K>[]) NO_CHILDREN;
  }

  @SuppressWarnings("unchecked")
  private static <K> Entry<K>[] noEntries() {
    return (Entry<K>[]) NO_ENTRIES;
  }
}
