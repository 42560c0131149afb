package io.dispatch120.load.micro;

import io.dispatch120.geo.api.LngLat;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/** What one writes first: look at every unit, measure it, keep the ten best. */
final class PlainScan implements NearestSearch {
  private static final Comparator<Measured> ORDER =
      Comparator.comparingDouble(Measured::meters).thenComparing(Measured::key);

  private final AtomicReferenceArray<Placed> units;

  private record Placed(String key, LngLat position) {}

  private record Measured(String key, double meters) {}

  PlainScan(int size) {
    units = new AtomicReferenceArray<>(size);
  }

  @Override
  public void put(int unit, String key, LngLat position) {
    units.set(unit, new Placed(key, position));
  }

  @Override
  public List<String> nearest(LngLat from, int k, Predicate<String> filter) {
    PriorityQueue<Measured> worstFirst = new PriorityQueue<>(ORDER.reversed());
    for (int i = 0; i < units.length(); i++) {
      Placed unit = units.get(i);
      if (filter.test(unit.key())) {
        Measured found = new Measured(unit.key(), from.distanceMetersTo(unit.position()));
        Measured worst = worstFirst.peek();
        if (worst == null || worstFirst.size() < k) {
          worstFirst.add(found);
        } else if (ORDER.compare(found, worst) < 0) {
          worstFirst.poll();
          worstFirst.add(found);
        }
      }
    }
    return worstFirst.stream().sorted(ORDER).map(Measured::key).toList();
  }
}
