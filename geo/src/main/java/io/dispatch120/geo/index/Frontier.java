package io.dispatch120.geo.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The nodes a search has still to look at, the nearest first: a binary heap. For one thread. */
final class Frontier<K> {

  private double[] leastChords = new double[32];
  private @Nullable Object[] nodes = new Object[32];
  private int size;

  /** Adds the children of a branch that may hold something within the limit. */
  void addChildren(Node<K> branch, UnitVector origin, double chordLimit) {
    for (int i = 0; i < branch.children.length; i++) {
      double leastChord = TreeSearch.leastChord(branch, i, origin);
      if (leastChord <= chordLimit) {
        add(leastChord, branch.children[i]);
      }
    }
  }

  /** Takes the nearest; null when none is left within the limit. */
  @SuppressWarnings("unchecked")
  @Nullable Node<K> poll(double chordLimit) {
    if (size == 0 || leastChords[0] > chordLimit) {
      return null;
    }
    Node<K> nearest = (Node<K>) nodes[0];
    size--;
    double leastChord = leastChords[size];
    Object last = nodes[size];
    int hole = 0;
    for (int child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && leastChords[child + 1] < leastChords[child]) {
        child++;
      }
      if (leastChord <= leastChords[child]) {
        break;
      }
      leastChords[hole] = leastChords[child];
      nodes[hole] = nodes[child];
      hole = child;
    }
    leastChords[hole] = leastChord;
    nodes[hole] = last;
    return nearest;
  }

  private void add(double leastChord, Node<K> node) {
    if (size == nodes.length) {
      leastChords = Arrays.copyOf(leastChords, 2 * size);
      nodes = Arrays.copyOf(nodes, 2 * size);
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) / 2;
      if (leastChords[parent] <= leastChord) {
        break;
      }
      leastChords[hole] = leastChords[parent];
      nodes[hole] = nodes[parent];
      hole = parent;
    }
    leastChords[hole] = leastChord;
    nodes[hole] = node;
  }
}
