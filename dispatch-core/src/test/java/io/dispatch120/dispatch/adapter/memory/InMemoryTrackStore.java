package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.fleet.TrackStore;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Last positions in memory. */
public final class InMemoryTrackStore implements TrackStore {
  private final Map<CenterId, Map<String, UnitPosition>> last = new HashMap<>();

  @Override
  public synchronized Future<Void> record(CenterId center, List<UnitPosition> positions) {
    Map<String, UnitPosition> units = last.computeIfAbsent(center, c -> new TreeMap<>());
    for (UnitPosition position : positions) {
      units.merge(
          position.unitId().value(),
          position,
          (old, fresh) -> fresh.at().isAfter(old.at()) ? fresh : old);
    }
    return Future.succeededFuture();
  }

  @Override
  public synchronized Future<List<UnitPosition>> listLast(CenterId center) {
    return Future.succeededFuture(List.copyOf(last.getOrDefault(center, Map.of()).values()));
  }
}
