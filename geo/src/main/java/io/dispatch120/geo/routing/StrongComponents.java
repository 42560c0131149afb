package io.dispatch120.geo.routing;

import java.util.Arrays;

/**
 * Spots that reach each other and back (Tarjan's method without recursion). Immutable once found.
 */
final class StrongComponents {

  private final int[] component;
  private final int[] sizes;

  private StrongComponents(int[] component, int[] sizes) {
    this.component = component;
    this.sizes = sizes;
  }

  /** Of those who drive, or of those who walk. */
  static StrongComponents of(TurnGraph graph, boolean driving) {
    int[] first = new int[graph.spots() + 1];
    graph.forEachLink(
        (from, to, course, car, foot) -> first[from + 1] += (driving ? car : foot) ? 1 : 0);
    for (int spot = 0; spot < graph.spots(); spot++) {
      first[spot + 1] += first[spot];
    }
    int[] targets = new int[first[graph.spots()]];
    int[] cursor = first.clone();
    graph.forEachLink(
        (from, to, course, car, foot) -> {
          if (driving ? car : foot) {
            targets[cursor[from]++] = to;
          }
        });
    return new Search(first, targets).run();
  }

  int of(int spot) {
    return component[spot];
  }

  /** How many spots its component has. */
  int sizeAround(int spot) {
    return sizes[component[spot]];
  }

  int largest() {
    return Arrays.stream(sizes).max().orElse(0);
  }

  private static final class Search {
    private final int[] first;
    private final int[] targets;
    private final int[] index;
    private final int[] low;
    private final int[] component;
    private final int[] cursor;
    private final int[] open;
    private final int[] calls;
    private final int[] sizes;
    private int opened;
    private int numbered;
    private int components;

    Search(int[] first, int[] targets) {
      int size = first.length - 1;
      this.first = first;
      this.targets = targets;
      index = new int[size];
      low = new int[size];
      component = new int[size];
      Arrays.fill(component, -1);
      cursor = Arrays.copyOf(first, size);
      open = new int[size];
      calls = new int[size];
      sizes = new int[size];
    }

    StrongComponents run() {
      for (int spot = 0; spot < index.length; spot++) {
        if (index[spot] == 0) {
          visit(spot);
        }
      }
      return new StrongComponents(component, Arrays.copyOf(sizes, components));
    }

    private void visit(int root) {
      int depth = 0;
      calls[0] = root;
      enter(root);
      while (depth >= 0) {
        int spot = calls[depth];
        if (cursor[spot] < first[spot + 1]) {
          int to = targets[cursor[spot]++];
          if (index[to] == 0) {
            enter(to);
            calls[++depth] = to;
          } else if (component[to] < 0) {
            low[spot] = Math.min(low[spot], index[to]);
          }
        } else {
          leave(spot);
          if (--depth >= 0) {
            low[calls[depth]] = Math.min(low[calls[depth]], low[spot]);
          }
        }
      }
    }

    private void enter(int spot) {
      index[spot] = ++numbered;
      low[spot] = numbered;
      open[opened++] = spot;
    }

    private void leave(int spot) {
      if (low[spot] != index[spot]) {
        return;
      }
      int member;
      do {
        member = open[--opened];
        component[member] = components;
        sizes[components]++;
      } while (member != spot);
      components++;
    }
  }
}
