package io.dispatch120.geo.basemap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines and rings as {@code x, y, x, y …} in whole units of a zoom's tiles. Rings are closed by
 * themselves: their last point is not their first.
 */
final class Shapes {
  private Shapes() {}

  /** To whole units, without repeats. */
  static int[] onGrid(double[] line, double scale) {
    int[] out = new int[line.length];
    int size = 0;
    for (int i = 0; i < line.length; i += 2) {
      int x = (int) Math.round(line[i] * scale);
      int y = (int) Math.round(line[i + 1] * scale);
      if (size == 0 || out[size - 2] != x || out[size - 1] != y) {
        out[size++] = x;
        out[size++] = y;
      }
    }
    return Arrays.copyOf(out, size);
  }

  /** Douglas-Peucker: leaves out what lies within the tolerance of the line without it. */
  static int[] simplify(int[] line, double tolerance) {
    int points = line.length / 2;
    if (points < 3) {
      return line;
    }
    boolean[] kept = new boolean[points];
    kept[0] = true;
    kept[points - 1] = true;
    int[] open = new int[64];
    int depth = 0;
    open[depth++] = 0;
    open[depth++] = points - 1;
    while (depth > 0) {
      int to = open[--depth];
      int from = open[--depth];
      int worst = worst(line, from, to, tolerance * tolerance);
      if (worst > 0) {
        kept[worst] = true;
        if (depth + 4 > open.length) {
          open = Arrays.copyOf(open, open.length * 2);
        }
        open[depth++] = from;
        open[depth++] = worst;
        open[depth++] = worst;
        open[depth++] = to;
      }
    }
    int[] out = new int[line.length];
    int size = 0;
    for (int i = 0; i < points; i++) {
      if (kept[i]) {
        out[size++] = line[2 * i];
        out[size++] = line[2 * i + 1];
      }
    }
    return Arrays.copyOf(out, size);
  }

  private static int worst(int[] line, int from, int to, double limit) {
    double farthest = limit;
    int worst = 0;
    for (int i = from + 1; i < to; i++) {
      double off = squaredDistance(line, i, from, to);
      if (off > farthest) {
        farthest = off;
        worst = i;
      }
    }
    return worst;
  }

  private static double squaredDistance(int[] line, int point, int from, int to) {
    double ax = line[2 * from];
    double ay = line[2 * from + 1];
    double dx = line[2 * to] - ax;
    double dy = line[2 * to + 1] - ay;
    double px = line[2 * point] - ax;
    double py = line[2 * point + 1] - ay;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
    double ex = px - along * dx;
    double ey = py - along * dy;
    return ex * ex + ey * ey;
  }

  /** Signed area; positive = clockwise on the screen, which is how tiles want outer rings. */
  static double area(int[] ring) {
    double sum = 0;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      sum += (double) ring[j] * ring[i + 1] - (double) ring[i] * ring[j + 1];
    }
    return sum / 2;
  }

  static int[] reversed(int[] line) {
    int[] out = new int[line.length];
    for (int i = 0; i < line.length; i += 2) {
      out[i] = line[line.length - 2 - i];
      out[i + 1] = line[line.length - 1 - i];
    }
    return out;
  }

  /** The parts of a line between two values of x (axis 0) or y (axis 1). */
  static List<int[]> clipLine(int[] line, int axis, int low, int high) {
    if (within(line, axis, low, high)) {
      return List.of(line);
    }
    List<int[]> parts = new ArrayList<>();
    Path part = new Path();
    for (int i = 2; i < line.length; i += 2) {
      int a = line[i - 2 + axis];
      int b = line[i + axis];
      if (Math.max(a, b) < low || Math.min(a, b) > high) {
        part.endInto(parts);
        continue;
      }
      double enter = a < low ? fraction(a, b, low) : a > high ? fraction(a, b, high) : 0;
      double leave = b < low ? fraction(a, b, low) : b > high ? fraction(a, b, high) : 1;
      part.add(line, i, enter);
      part.add(line, i, leave);
      if (leave < 1) {
        part.endInto(parts);
      }
    }
    part.endInto(parts);
    return parts;
  }

  /**
   * A ring cut at two values of x (axis 0) or y (axis 1), by Sutherland and Hodgman; may be empty.
   */
  static int[] clipRing(int[] ring, int axis, int low, int high) {
    if (within(ring, axis, low, high)) {
      return ring;
    }
    return clipHalf(clipHalf(ring, axis, low, 1), axis, high, -1);
  }

  private static int[] clipHalf(int[] ring, int axis, int limit, int side) {
    Path out = new Path();
    for (int i = 0; i < ring.length; i += 2) {
      int from = i == 0 ? ring.length - 2 : i - 2;
      int a = ring[from + axis];
      int b = ring[i + axis];
      boolean insideA = (a - limit) * (long) side >= 0;
      boolean insideB = (b - limit) * (long) side >= 0;
      if (insideA != insideB) {
        double t = fraction(a, b, limit);
        out.add(
            (int) Math.round(ring[from] + t * ((double) ring[i] - ring[from])),
            (int) Math.round(ring[from + 1] + t * ((double) ring[i + 1] - ring[from + 1])));
      }
      if (insideB) {
        out.add(ring[i], ring[i + 1]);
      }
    }
    return out.ring();
  }

  private static boolean within(int[] line, int axis, int low, int high) {
    for (int i = axis; i < line.length; i += 2) {
      if (line[i] < low || line[i] > high) {
        return false;
      }
    }
    return true;
  }

  private static double fraction(int a, int b, int at) {
    return ((double) at - a) / ((double) b - a);
  }

  /** A line under construction, without repeats. */
  private static final class Path {
    private int[] points = new int[32];
    private int size;

    void add(int[] line, int i, double t) {
      add(
          (int) Math.round(line[i - 2] + t * ((double) line[i] - line[i - 2])),
          (int) Math.round(line[i - 1] + t * ((double) line[i + 1] - line[i - 1])));
    }

    void add(int x, int y) {
      if (size > 0 && points[size - 2] == x && points[size - 1] == y) {
        return;
      }
      if (size == points.length) {
        points = Arrays.copyOf(points, size * 2);
      }
      points[size++] = x;
      points[size++] = y;
    }

    void endInto(List<int[]> parts) {
      if (size > 2) {
        parts.add(Arrays.copyOf(points, size));
      }
      size = 0;
    }

    int[] ring() {
      while (size > 2 && points[0] == points[size - 2] && points[1] == points[size - 1]) {
        size -= 2;
      }
      return size < 6 ? new int[0] : Arrays.copyOf(points, size);
    }
  }
}
