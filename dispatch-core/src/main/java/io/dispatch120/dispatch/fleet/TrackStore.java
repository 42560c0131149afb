package io.dispatch120.dispatch.fleet;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.vertx.core.Future;
import java.util.List;

/** Positions as a stream beside the journal: the last of each unit, and the track. Thread-safe. */
public interface TrackStore {
  /**
   * Writes a batch: every position to the track, the newest by device time to the last positions.
   */
  Future<Void> record(CenterId center, List<UnitPosition> positions);

  /** The last position of every unit that has one. */
  Future<List<UnitPosition>> listLast(CenterId center);
}
