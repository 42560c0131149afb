package io.dispatch120.geo.basemap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the lines of a tile that continue each other and look the same: OpenStreetMap cuts roads at
 * every bridge and turn, and a name needs a long line to stand on.
 */
final class LineMerger {
  private LineMerger() {}

  /** One piece for each layer and traits; other forms are left as they are. */
  static List<Piece> merge(List<Piece> pieces) {
    List<Piece> out = new ArrayList<>();
    Map<Piece, List<int[]>> lines = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      if (piece.form() == Form.LINE) {
        Piece alike = new Piece(piece.layer(), Form.LINE, piece.traits(), List.of());
        lines.computeIfAbsent(alike, key -> new ArrayList<>()).addAll(piece.parts());
      } else {
        out.add(piece);
      }
    }
    lines.forEach(
        (alike, parts) ->
            out.add(new Piece(alike.layer(), Form.LINE, alike.traits(), join(parts))));
    return out;
  }

  private static List<int[]> join(List<int[]> lines) {
    Map<Long, Deque<Integer>> starts = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      starts.computeIfAbsent(start(lines.get(i)), key -> new ArrayDeque<>()).add(i);
    }
    boolean[] used = new boolean[lines.size()];
    boolean[] followed = followers(lines, starts);
    List<int[]> joined = new ArrayList<>();
    // First those that continue none, so that chains are taken from their beginnings; then circles.
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < lines.size(); i++) {
        if (!used[i] && (round == 1 || !followed[i])) {
          joined.add(chain(i, lines, starts, used));
        }
      }
    }
    return joined;
  }

  private static boolean[] followers(List<int[]> lines, Map<Long, Deque<Integer>> starts) {
    boolean[] followed = new boolean[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      for (int next : starts.getOrDefault(end(lines.get(i)), new ArrayDeque<>())) {
        followed[next] |= next != i;
      }
    }
    return followed;
  }

  private static int[] chain(
      int first, List<int[]> lines, Map<Long, Deque<Integer>> starts, boolean[] used) {
    int[] chain = lines.get(first);
    used[first] = true;
    while (true) {
      Integer next = null;
      for (int candidate : starts.getOrDefault(end(chain), new ArrayDeque<>())) {
        if (!used[candidate]) {
          next = candidate;
          break;
        }
      }
      if (next == null) {
        return chain;
      }
      used[next] = true;
      int[] more = lines.get(next);
      int[] longer = java.util.Arrays.copyOf(chain, chain.length + more.length - 2);
      System.arraycopy(more, 2, longer, chain.length, more.length - 2);
      chain = longer;
    }
  }

  private static long start(int[] line) {
    return key(line[0], line[1]);
  }

  private static long end(int[] line) {
    return key(line[line.length - 2], line[line.length - 1]);
  }

  private static long key(int x, int y) {
    return (long) x << 32 | y & 0xFFFFFFFFL;
  }
}
