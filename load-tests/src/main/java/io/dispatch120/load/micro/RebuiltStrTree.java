package io.dispatch120.load.micro;

import io.dispatch120.geo.api.LngLat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The JTS tree, packed anew every second: up to a second old, and planar, so its ten nearest are
 * not always the ten nearest. Its own nearest-neighbour search has no filter; units that do not
 * pass are put infinitely far away.
 */
final class RebuiltStrTree implements NearestSearch {
  private final Placed[] units;
  private final double metersPerLng;
  private volatile @Nullable STRtree tree;
  private volatile double rebuildMillis;

  private record Placed(String key, double x, double y) {}

  RebuiltStrTree(int size, double latitude) {
    units = new Placed[size];
    // A plane as good as one can be for one city: degrees of longitude shortened once for all.
    metersPerLng = Math.cos(Math.toRadians(latitude));
  }

  @Override
  public void put(int unit, String key, LngLat position) {
    units[unit] = new Placed(key, position.lng() * metersPerLng, position.lat());
  }

  @Override
  public void everySecond() {
    long begun = System.nanoTime();
    STRtree packed = new STRtree();
    for (Placed unit : units) {
      packed.insert(new Envelope(unit.x(), unit.x(), unit.y(), unit.y()), unit);
    }
    packed.build();
    tree = packed;
    rebuildMillis = (System.nanoTime() - begun) / 1e6;
  }

  /** What the last rebuild took. */
  double rebuildMillis() {
    return rebuildMillis;
  }

  @Override
  public List<String> nearest(LngLat from, int k, Predicate<String> filter) {
    STRtree packed = tree;
    if (packed == null) {
      throw new IllegalStateException("not built yet");
    }
    double x = from.lng() * metersPerLng;
    double y = from.lat();
    Object[] found =
        packed.nearestNeighbour(
            new Envelope(x, x, y, y),
            new Placed("", x, y),
            (a, b) -> distance(a, b, filter),
            Math.min(k, units.length));
    List<String> keys = new ArrayList<>(k);
    Arrays.stream(found).map(Placed.class::cast).map(Placed::key).filter(filter).forEach(keys::add);
    return keys;
  }

  private static double distance(ItemBoundable a, ItemBoundable b, Predicate<String> filter) {
    Placed one = (Placed) a.getItem();
    Placed other = (Placed) b.getItem();
    // The one without a key is the point asked for.
    if (!filter.test(one.key().isEmpty() ? other.key() : one.key())) {
      return Double.MAX_VALUE;
    }
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }
}
