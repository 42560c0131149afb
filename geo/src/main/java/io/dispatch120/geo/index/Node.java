package io.dispatch120.geo.index;

import java.util.List;

/**
 * A node of an immutable search tree: a leaf holds entries, a branch holds nodes; the cap holds all
 * that is below. Both indexes build such trees, each in its own way, and share the search.
 */
record Node<K>(Cap cap, List<Node<K>> children, List<Entry<K>> entries, int size) {

  static <K> Node<K> leaf(Cap cap, List<Entry<K>> entries) {
    return new Node<>(cap, List.of(), List.copyOf(entries), entries.size());
  }

  static <K> Node<K> branch(Cap cap, List<Node<K>> children) {
    return new Node<>(
        cap, List.copyOf(children), List.of(), children.stream().mapToInt(Node::size).sum());
  }
}
