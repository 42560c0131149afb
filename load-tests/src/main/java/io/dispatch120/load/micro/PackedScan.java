package io.dispatch120.load.micro;

import io.dispatch120.geo.api.LngLat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The fastest scan that could be made: unit vectors side by side, no trigonometry, the filter asked
 * only about who is near enough. Positions are written in place, so a reader may see half of a
 * move: no product could use it as it is.
 */
final class PackedScan implements NearestSearch {
  private final double[] vectors;
  private final String[] keys;
  private final LngLat[] positions;

  PackedScan(int size) {
    vectors = new double[3 * size];
    keys = new String[size];
    positions = new LngLat[size];
  }

  @Override
  public void put(int unit, String key, LngLat position) {
    keys[unit] = key;
    positions[unit] = position;
    System.arraycopy(vector(position), 0, vectors, 3 * unit, 3);
  }

  @Override
  public List<String> nearest(LngLat from, int k, Predicate<String> filter) {
    double[] origin = vector(from);
    double[] best = new double[k];
    int[] units = new int[k];
    int count = 0;
    double limit = Double.POSITIVE_INFINITY;
    for (int unit = 0; unit < keys.length; unit++) {
      double dx = vectors[3 * unit] - origin[0];
      double dy = vectors[3 * unit + 1] - origin[1];
      double dz = vectors[3 * unit + 2] - origin[2];
      double chord = dx * dx + dy * dy + dz * dz;
      if (chord > limit || !filter.test(keys[unit])) {
        continue;
      }
      int at = count < k ? count++ : k;
      // Equal ones go by key, as the product's do.
      while (at > 0 && (chord < best[at - 1] || before(chord, unit, best[at - 1], units[at - 1]))) {
        at--;
      }
      if (at < k) {
        System.arraycopy(best, at, best, at + 1, count - 1 - at);
        System.arraycopy(units, at, units, at + 1, count - 1 - at);
        best[at] = chord;
        units[at] = unit;
      }
      if (count == k) {
        limit = best[k - 1];
      }
    }
    return IntStream.of(Arrays.copyOf(units, count))
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(unit -> from.distanceMetersTo(positions[unit]))
                .thenComparing(unit -> keys[unit]))
        .map(unit -> keys[unit])
        .toList();
  }

  private boolean before(double chord, int unit, double otherChord, int other) {
    return chord == otherChord && keys[unit].compareTo(keys[other]) < 0;
  }

  private static double[] vector(LngLat position) {
    double lambda = Math.toRadians(position.lng());
    double phi = Math.toRadians(position.lat());
    return new double[] {
      Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)
    };
  }
}
