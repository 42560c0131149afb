package io.dispatch120.load.micro;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.MovingIndex;
import io.dispatch120.geo.api.Neighbor;
import io.dispatch120.geo.index.QuadTreeIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The index the product keeps its units in. */
final class ProductIndex implements NearestSearch {
  private final MovingIndex<String> index = new QuadTreeIndex<>();

  @Override
  public void put(int unit, String key, LngLat position) {
    index.put(key, position);
  }

  @Override
  public List<String> nearest(LngLat from, int k, Predicate<String> filter) {
    List<String> keys = new ArrayList<>(k);
    for (Neighbor<String> neighbor : index.nearest(from, k, filter)) {
      keys.add(neighbor.key());
    }
    return keys;
  }
}
