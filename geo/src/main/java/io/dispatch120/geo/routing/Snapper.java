package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.LngLat;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds where places meet the roads, and remembers it for those that come again, such as stations,
 * hospitals and AEDs. Takes no lock.
 */
final class Snapper {

  /**
   * Farther from any road it is no longer sensible to speak of travel by road: the crew would walk
   * for 24 minutes.
   */
  static final double MAX_OFF_ROAD_METERS = 2_000;

  /** Places remembered; one that falls on the slot of another takes it. Some 200 bytes each. */
  private static final int REMEMBERED = 1 << 13;

  private final EdgeGrid grid;
  private final byte[] mainland;
  private final AtomicReferenceArray<@Nullable Memory> memories =
      new AtomicReferenceArray<>(REMEMBERED);

  private record Memory(LngLat place, byte mark, @Nullable Snap snap) {}

  Snapper(EdgeGrid grid, byte[] mainland) {
    this.grid = grid;
    this.mainland = mainland;
  }

  /**
   * The nearest road for somebody from which one gets anywhere; null when there is none within
   * {@link #MAX_OFF_ROAD_METERS}.
   *
   * @param mark {@link Islands#DRIVING} or {@link Islands#WALKING}
   */
  @Nullable Snap snap(LngLat place, byte mark) {
    int hash = 31 * place.hashCode() + mark;
    int slot = (hash ^ hash >>> 13 ^ hash >>> 22) & (REMEMBERED - 1);
    Memory memory = memories.get(slot);
    if (memory != null && memory.mark() == mark && memory.place().equals(place)) {
      return memory.snap();
    }
    Snap snap =
        grid.nearest(
            place.lng(), place.lat(), MAX_OFF_ROAD_METERS, edge -> (mainland[edge] & mark) != 0);
    memories.set(slot, new Memory(place, mark, snap));
    return snap;
  }
}
