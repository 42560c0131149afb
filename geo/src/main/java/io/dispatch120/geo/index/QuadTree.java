package io.dispatch120.geo.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Immutable tree of {@link Cell}s: a change makes new nodes along one path and shares the rest, so
 * whoever holds an older tree goes on reading it unharmed. Cells with one child only are left out,
 * so the depth is that of the crowd and not of the Earth. A change costs O(depth), at most {@value
 * Cell#MAX_LEVEL} levels; points within centimetres of each other share a leaf, where a change
 * costs as much as there are of them.
 */
final class QuadTree {

  /** Larger leaves make changes dearer, smaller ones searches. */
  private static final int LEAF_CAPACITY = 32;

  /**
   * A leaf splits above the capacity and merges at half of it, so one point moving to and fro does
   * neither.
   */
  private static final int MERGE_SIZE = LEAF_CAPACITY / 2;

  private QuadTree() {}

  static <K> Node<K> empty() {
    return Node.leaf(Cell.EARTH, List.of());
  }

  /** The tree with one entry more; the caller sees to it that the key is not there yet. */
  static <K> Node<K> with(Node<K> root, Entry<K> entry) {
    return with(root, entry, Cell.code(entry.position()));
  }

  /** The tree without an entry of it, found by its position and key. */
  static <K> Node<K> without(Node<K> root, Entry<K> entry) {
    return without(root, entry, Cell.code(entry.position()));
  }

  /** The tree with an entry of it at another place: one path is made new where the leaf stays. */
  static <K> Node<K> moved(Node<K> root, Entry<K> from, Entry<K> to) {
    return moved(root, from, Cell.code(from.position()), to, Cell.code(to.position()));
  }

  private static <K> Node<K> moved(
      Node<K> node, Entry<K> from, long fromCode, Entry<K> to, long toCode) {
    if (!node.cell.contains(toCode)) {
      return with(without(node, from, fromCode), to, toCode);
    }
    if (node.isLeaf()) {
      Entry<K>[] entries = node.entries.clone();
      entries[indexOf(from, entries)] = to;
      return Node.leaf(node.cell, entries);
    }
    int slot = slot(node, fromCode);
    if (node.children[slot].cell.contains(toCode)) {
      return withChild(node, slot, moved(node.children[slot], from, fromCode, to, toCode));
    }
    return with(without(node, from, fromCode), to, toCode);
  }

  private static <K> Node<K> with(Node<K> node, Entry<K> entry, long code) {
    if (!node.cell.contains(code)) {
      Cell joined = node.cell.joinedWith(code);
      Node<K> alone = Node.leaf(Cell.at(joined.level() + 1, code), List.of(entry));
      return Node.branch(joined, List.of(node, alone));
    }
    if (node.isLeaf()) {
      Entry<K>[] entries = Arrays.copyOf(node.entries, node.entries.length + 1);
      entries[entries.length - 1] = entry;
      return entries.length <= LEAF_CAPACITY
          ? Node.leaf(node.cell, entries)
          : split(node.cell, entries);
    }
    int slot = slot(node, code);
    if (slot >= 0) {
      return withChild(node, slot, with(node.children[slot], entry, code));
    }
    Node<K>[] children = Arrays.copyOf(node.children, node.children.length + 1);
    children[children.length - 1] = Node.leaf(Cell.at(node.cell.level() + 1, code), List.of(entry));
    return Node.branch(node.cell, children);
  }

  /** Leaves as many levels out as all entries have in common. */
  private static <K> Node<K> split(Cell cell, Entry<K>[] entries) {
    long first = Cell.code(entries[0].position());
    Cell common = Cell.at(Cell.MAX_LEVEL, first);
    for (Entry<K> entry : entries) {
      common = common.joinedWith(Cell.code(entry.position()));
    }
    if (common.level() == Cell.MAX_LEVEL) {
      return Node.leaf(cell, entries);
    }
    int level = common.level() + 1;
    Map<Cell, List<Entry<K>>> parts = new LinkedHashMap<>();
    for (Entry<K> entry : entries) {
      Cell part = Cell.at(level, Cell.code(entry.position()));
      parts.computeIfAbsent(part, p -> new ArrayList<>()).add(entry);
    }
    List<Node<K>> children = new ArrayList<>(parts.size());
    parts.forEach((part, inside) -> children.add(Node.leaf(part, inside)));
    return Node.branch(common, children);
  }

  private static <K> Node<K> without(Node<K> node, Entry<K> entry, long code) {
    if (node.isLeaf()) {
      Entry<K>[] rest = Arrays.copyOf(node.entries, node.entries.length - 1);
      int gone = indexOf(entry, node.entries);
      System.arraycopy(node.entries, gone + 1, rest, gone, rest.length - gone);
      return Node.leaf(node.cell, rest);
    }
    int slot = slot(node, code);
    Node<K> child = without(node.children[slot], entry, code);
    if (node.size - 1 <= MERGE_SIZE) {
      return merged(node, slot, child);
    }
    if (child.size > 0) {
      return withChild(node, slot, child);
    }
    List<Node<K>> rest = new ArrayList<>(Arrays.asList(node.children));
    rest.remove(slot);
    return rest.size() == 1 ? rest.get(0) : Node.branch(node.cell, rest);
  }

  private static <K> int indexOf(Entry<K> entry, Entry<K>[] entries) {
    int index = 0;
    while (!entries[index].key().equals(entry.key())) {
      index++;
    }
    return index;
  }

  private static <K> Node<K> merged(Node<K> node, int slot, Node<K> changed) {
    List<Entry<K>> entries = new ArrayList<>(node.size);
    for (int i = 0; i < node.children.length; i++) {
      collect(i == slot ? changed : node.children[i], entries);
    }
    return Node.leaf(node.cell, entries);
  }

  private static <K> Node<K> withChild(Node<K> branch, int slot, Node<K> child) {
    Node<K>[] children = branch.children.clone();
    children[slot] = child;
    return Node.branch(branch.cell, children);
  }

  /**
   * The child in whose quarter a code lies, -1 when that is empty. The child may be smaller than
   * its quarter and need not hold the code.
   */
  private static int slot(Node<?> branch, long code) {
    Cell quarter = Cell.at(branch.cell.level() + 1, code);
    for (int i = 0; i < branch.children.length; i++) {
      if (branch.children[i].cell.liesIn(quarter)) {
        return i;
      }
    }
    return -1;
  }

  private static <K> void collect(Node<K> node, List<Entry<K>> entries) {
    entries.addAll(Arrays.asList(node.entries));
    for (Node<K> child : node.children) {
      collect(child, entries);
    }
  }
}
