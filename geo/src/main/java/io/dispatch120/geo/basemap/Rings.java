package io.dispatch120.geo.basemap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Areas of several ways (https://wiki.openstreetmap.org/wiki/Relation:multipolygon): ways joined to
 * rings, holes given to the rings they lie in. What is not closed is left out.
 */
final class Rings {
  private Rings() {}

  /** Positions of a way, with the ids of its ends. */
  record Line(long first, long last, double[] points) {
    Line reversed() {
      double[] back = new double[points.length];
      for (int i = 0; i < points.length; i += 2) {
        back[i] = points[points.length - 2 - i];
        back[i + 1] = points[points.length - 1 - i];
      }
      return new Line(last, first, back);
    }

    Line followedBy(Line next) {
      double[] both = Arrays.copyOf(points, points.length + next.points.length - 2);
      System.arraycopy(next.points, 2, both, points.length, next.points.length - 2);
      return new Line(first, next.last, both);
    }
  }

  /** Closed rings; their last point is not repeated. */
  static List<double[]> close(List<Line> lines) {
    Map<Long, List<Line>> ends = new HashMap<>();
    List<double[]> rings = new ArrayList<>();
    for (Line line : lines) {
      Line grown = line;
      while (grown.first != grown.last) {
        Line other = take(ends, grown.last);
        if (other != null) {
          grown = grown.followedBy(other.first == grown.last ? other : other.reversed());
          continue;
        }
        other = take(ends, grown.first);
        if (other == null) {
          break;
        }
        grown = (other.last == grown.first ? other : other.reversed()).followedBy(grown);
      }
      if (grown.first == grown.last) {
        if (grown.points.length >= 8) {
          rings.add(Arrays.copyOf(grown.points, grown.points.length - 2));
        }
      } else {
        ends.computeIfAbsent(grown.first, key -> new ArrayList<>()).add(grown);
        ends.computeIfAbsent(grown.last, key -> new ArrayList<>()).add(grown);
      }
    }
    return rings;
  }

  private static @Nullable Line take(Map<Long, List<Line>> ends, long node) {
    List<Line> there = ends.get(node);
    if (there == null || there.isEmpty()) {
      return null;
    }
    Line line = there.remove(there.size() - 1);
    List<Line> other = ends.get(line.first == node ? line.last : line.first);
    if (other != null) {
      other.remove(line);
    }
    return line;
  }

  /** Polygons: an outer ring each, and the holes in it. */
  static List<List<double[]>> polygons(List<double[]> outer, List<double[]> inner) {
    List<List<double[]>> polygons = new ArrayList<>();
    outer.forEach(ring -> polygons.add(new ArrayList<>(List.of(ring))));
    for (double[] hole : inner) {
      polygons.stream()
          .filter(polygon -> contains(polygon.get(0), hole[0], hole[1]))
          .findFirst()
          .ifPresent(polygon -> polygon.add(hole));
    }
    return polygons;
  }

  static boolean contains(double[] ring, double x, double y) {
    boolean inside = false;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      boolean spans = ring[i + 1] > y != ring[j + 1] > y;
      if (spans
          && x < (ring[j] - ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) + ring[i]) {
        inside = !inside;
      }
    }
    return inside;
  }

  static double area(double[] ring) {
    double sum = 0;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
    }
    return Math.abs(sum) / 2;
  }

  /** A point well inside: the middle of the widest part at half height. */
  static double[] inside(List<double[]> rings) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < rings.get(0).length; i += 2) {
      low = Math.min(low, rings.get(0)[i]);
      high = Math.max(high, rings.get(0)[i]);
    }
    double y = (low + high) / 2;
    List<Double> crossings = new ArrayList<>();
    for (double[] ring : rings) {
      for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        if (ring[i + 1] > y != ring[j + 1] > y) {
          crossings.add(
              ring[i] + (ring[j] - ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]));
        }
      }
    }
    crossings.sort(null);
    double[] best = {rings.get(0)[0], rings.get(0)[1]};
    double widest = 0;
    for (int i = 1; i < crossings.size(); i += 2) {
      double width = crossings.get(i) - crossings.get(i - 1);
      if (width > widest) {
        widest = width;
        best = new double[] {crossings.get(i - 1) + width / 2, y};
      }
    }
    return best;
  }
}
