package io.dispatch120.geo.index;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.MovingIndex;
import io.dispatch120.geo.api.Neighbor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Moving points in an immutable quadtree that every change replaces: a search reads one tree from
 * start to end, so it sees one moment of all points, each once, and never waits. Changes exclude
 * each other, cost O(log n) and leave a few short-lived nodes behind. {@link #find} may be one
 * change ahead of the searches.
 */
public final class QuadTreeIndex<K extends Comparable<K>> implements MovingIndex<K> {

  private final Map<K, Entry<K>> entries = new ConcurrentHashMap<>();
  private volatile Node<K> root = QuadTree.empty();

  @Override
  public synchronized void put(K key, LngLat position) {
    Entry<K> entry = Entry.of(key, position);
    Entry<K> previous = entries.put(key, entry);
    if (previous == null) {
      root = QuadTree.with(root, entry);
    } else if (!previous.position().equals(position)) {
      // One assignment: no reader sees the tree without the key.
      root = QuadTree.moved(root, previous, entry);
    }
  }

  @Override
  public synchronized void remove(K key) {
    Entry<K> previous = entries.remove(key);
    if (previous != null) {
      root = QuadTree.without(root, previous);
    }
  }

  @Override
  public List<Neighbor<K>> nearest(LngLat from, int k, Predicate<? super K> filter) {
    return TreeSearch.nearest(root, from, k, filter);
  }

  @Override
  public List<Neighbor<K>> within(LngLat from, double radiusMeters, Predicate<? super K> filter) {
    return TreeSearch.within(root, from, radiusMeters, filter);
  }

  @Override
  public int size() {
    return root.size;
  }

  @Override
  public Optional<LngLat> find(K key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::position);
  }
}
