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

  /** The keys of the entries, so that a filter need not be led through them. */
  final Object[] keys;

  /** The points of the entries, or the balls of the children, in their order; never changed. */
  final double[] coordinates;

  private Node(
      Cell cell,
      Ball ball,
      int size,
      Node<K>[] children,
      Entry<K>[] entries,
      Object[] keys,
      double[] coordinates) {
    this.cell = cell;
    this.ball = ball;
    this.size = size;
    this.children = children;
    this.entries = entries;
    this.keys = keys;
    this.coordinates = coordinates;
  }

  /** A leaf of these entries, which it copies. */
  static <K> Node<K> leaf(Cell cell, List<Entry<K>> entries) {
    return leaf(cell, entries.toArray(Node.<K>noEntries()));
  }

  /** A leaf that keeps the array: nobody may change it any more. */
  static <K> Node<K> leaf(Cell cell, Entry<K>[] entries) {
    Object[] keys = new Object[entries.length];
    double[] points = new double[entries.length * Ball.POINT];
    for (int i = 0; i < entries.length; i++) {
      UnitVector vector = entries[i].vector();
      keys[i] = entries[i].key();
      points[i * Ball.POINT] = vector.x();
      points[i * Ball.POINT + 1] = vector.y();
      points[i * Ball.POINT + 2] = vector.z();
    }
    Ball ball = Ball.ofPoints(points);
    return new Node<>(cell, ball, entries.length, noChildren(), entries, keys, points);
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
    Ball ball = Ball.ofBalls(balls);
    return new Node<>(cell, ball, size, children, noEntries(), NO_ENTRIES, balls);
  }

  boolean isLeaf() {
    return children.length == 0;
  }

  /** Only keys of entries are among the keys. */
  @SuppressWarnings("unchecked")
  K key(int entry) {
    return (K) keys[entry];
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
