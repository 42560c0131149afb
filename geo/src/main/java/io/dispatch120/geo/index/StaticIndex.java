package io.dispatch120.geo.index;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Neighbor;
import io.dispatch120.geo.api.SpatialIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.AbstractNode;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Points that stay where they are (AEDs, hospitals, stations), packed by the JTS STRtree.
 * Immutable; a changed catalogue makes a new one in O(n log n).
 */
public final class StaticIndex<K extends Comparable<K>> implements SpatialIndex<K> {

  private static final int NODE_CAPACITY = 16;

  private final Map<K, LngLat> positions;
  private final Node<K> root;

  /** Indexes a copy of the given positions. */
  public StaticIndex(Map<K, LngLat> positions) {
    this.positions = new HashMap<>(positions);
    STRtree tree = new STRtree(NODE_CAPACITY);
    positions.forEach(
        (key, position) ->
            tree.insert(
                new Envelope(position.lng(), position.lng(), position.lat(), position.lat()),
                Entry.of(key, position)));
    tree.build();
    this.root = frozen(tree.getRoot());
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
    return Optional.ofNullable(positions.get(key));
  }

  /**
   * The packed tree as nodes of ours. The STRtree's own nearest-neighbour search knows neither
   * filters nor the sphere: its envelope distances are in degrees.
   */
  private static <K> Node<K> frozen(AbstractNode packed) {
    List<Node<K>> children = new ArrayList<>();
    List<Entry<K>> entries = new ArrayList<>();
    for (Object child : packed.getChildBoundables()) {
      if (child instanceof ItemBoundable item) {
        entries.add(entry(item));
      } else {
        children.add(frozen((AbstractNode) child));
      }
    }
    return children.isEmpty() ? Node.leaf(Cell.EARTH, entries) : Node.branch(Cell.EARTH, children);
  }

  /** Only entries of this index's own keys were inserted. */
  @SuppressWarnings("unchecked")
  private static <K> Entry<K> entry(ItemBoundable item) {
    return (Entry<K>) item.getItem();
  }
}
