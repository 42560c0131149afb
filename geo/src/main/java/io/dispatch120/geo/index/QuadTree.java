package io.dispatch120.geo.index;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Immutable region quadtree over longitude and latitude: a change makes new nodes along one path
 * and shares the rest, so whoever holds an older tree goes on reading it unharmed. A change costs
 * O(depth), at most {@value #MAX_DEPTH} levels; points closer together than the smallest cell share
 * a leaf, where a change costs as much as there are of them.
 */
final class QuadTree {

  private static final int LEAF_CAPACITY = 16;

  /**
   * A leaf splits above the capacity and merges at half of it, so one point moving to and fro does
   * neither.
   */
  private static final int MERGE_SIZE = LEAF_CAPACITY / 2;

  /** The smallest cells are some 20 m by 10 m, the yard of a station. */
  private static final int MAX_DEPTH = 21;

  private QuadTree() {}

  static <K> Node<K> empty() {
    return Node.leaf(Cap.around(world()), List.of());
  }

  /** The tree with one entry more; the caller sees to it that the key is not there yet. */
  static <K> Node<K> with(Node<K> root, Entry<K> entry) {
    return with(root, entry, world(), 0);
  }

  /** The tree without an entry of it, found by its position and key. */
  static <K> Node<K> without(Node<K> root, Entry<K> entry) {
    return without(root, entry, world());
  }

  private static <K> Node<K> with(Node<K> node, Entry<K> entry, Envelope cell, int depth) {
    if (!node.children().isEmpty()) {
      int quadrant = quadrant(cell, entry);
      Node<K> child =
          with(node.children().get(quadrant), entry, childCell(cell, quadrant), depth + 1);
      return withChild(node, quadrant, child);
    }
    List<Entry<K>> entries = new ArrayList<>(node.entries());
    entries.add(entry);
    if (entries.size() <= LEAF_CAPACITY || depth == MAX_DEPTH) {
      return Node.leaf(node.cap(), entries);
    }
    Node<K> split = Node.branch(node.cap(), emptyChildren(cell));
    for (Entry<K> moved : entries) {
      split = with(split, moved, cell, depth);
    }
    return split;
  }

  private static <K> Node<K> without(Node<K> node, Entry<K> entry, Envelope cell) {
    if (node.children().isEmpty()) {
      return Node.leaf(
          node.cap(),
          node.entries().stream().filter(other -> !other.key().equals(entry.key())).toList());
    }
    int quadrant = quadrant(cell, entry);
    Node<K> child = without(node.children().get(quadrant), entry, childCell(cell, quadrant));
    Node<K> rest = withChild(node, quadrant, child);
    if (rest.size() > MERGE_SIZE) {
      return rest;
    }
    List<Entry<K>> entries = new ArrayList<>(rest.size());
    collect(rest, entries);
    return Node.leaf(node.cap(), entries);
  }

  private static <K> Node<K> withChild(Node<K> branch, int quadrant, Node<K> child) {
    List<Node<K>> children = new ArrayList<>(branch.children());
    children.set(quadrant, child);
    return Node.branch(branch.cap(), children);
  }

  private static <K> List<Node<K>> emptyChildren(Envelope cell) {
    List<Node<K>> children = new ArrayList<>(4);
    for (int quadrant = 0; quadrant < 4; quadrant++) {
      children.add(Node.leaf(Cap.around(childCell(cell, quadrant)), List.of()));
    }
    return children;
  }

  private static <K> void collect(Node<K> node, List<Entry<K>> entries) {
    entries.addAll(node.entries());
    node.children().forEach(child -> collect(child, entries));
  }

  /**
   * Bit 0: eastern half, bit 1: northern half. A point on the middle line belongs to the east and
   * north.
   */
  private static int quadrant(Envelope cell, Entry<?> entry) {
    return (entry.position().lng() >= middleX(cell) ? 1 : 0)
        | (entry.position().lat() >= middleY(cell) ? 2 : 0);
  }

  private static Envelope childCell(Envelope cell, int quadrant) {
    boolean east = (quadrant & 1) != 0;
    boolean north = (quadrant & 2) != 0;
    return new Envelope(
        east ? middleX(cell) : cell.getMinX(),
        east ? cell.getMaxX() : middleX(cell),
        north ? middleY(cell) : cell.getMinY(),
        north ? cell.getMaxY() : middleY(cell));
  }

  private static double middleX(Envelope cell) {
    return (cell.getMinX() + cell.getMaxX()) / 2;
  }

  private static double middleY(Envelope cell) {
    return (cell.getMinY() + cell.getMaxY()) / 2;
  }

  private static Envelope world() {
    return new Envelope(-180, 180, -90, 90);
  }
}
