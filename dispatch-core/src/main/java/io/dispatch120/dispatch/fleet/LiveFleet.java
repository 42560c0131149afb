package io.dispatch120.dispatch.fleet;

import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.geo.api.SpatialIndex;
import java.util.Optional;

/**
 * Where units are and whether their devices are reached, as this node knows it: fresh, never
 * authoritative. Readable from any thread.
 */
public interface LiveFleet {
  /** The newest by device time. */
  Optional<UnitPosition> findPosition(UnitId id);

  /**
   * The last place it can have driven to: {@link #findPosition} unless that one is {@link
   * #suspect}. What travel times and availability go by.
   */
  default Optional<UnitPosition> findBelievable(UnitId id) {
    return findPosition(id);
  }

  /** Whether its newest position is farther from the one before than anything drives. */
  default boolean suspect(UnitId id) {
    return false;
  }

  CrewLink crewLink(UnitId id);

  /**
   * Every unit of the centre at its last believable position, or at its station while it has none.
   */
  SpatialIndex<UnitId> index();
}
