package io.dispatch120.geo.aed;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Neighbor;
import io.dispatch120.geo.api.SpatialIndex;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An index that ends after so many neighbors, which ends searches that widen their ask. */
record NearestOnly<K>(SpatialIndex<K> index, int most) implements SpatialIndex<K> {

  @Override
  public List<Neighbor<K>> nearest(LngLat from, int k, Predicate<? super K> filter) {
    return index.nearest(from, Math.min(k, most), filter);
  }

  @Override
  public List<Neighbor<K>> within(LngLat from, double radiusMeters, Predicate<? super K> filter) {
    if (radiusMeters == Double.POSITIVE_INFINITY) {
      return nearest(from, most, filter);
    }
    List<Neighbor<K>> found = index.within(from, radiusMeters, filter);
    return found.size() <= most ? found : List.copyOf(found.subList(0, most));
  }

  @Override
  public int size() {
    return index.size();
  }

  @Override
  public Optional<LngLat> find(K key) {
    return index.find(key);
  }
}
