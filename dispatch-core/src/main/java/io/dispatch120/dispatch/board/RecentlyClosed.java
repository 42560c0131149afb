package io.dispatch120.dispatch.board;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.incident.Incident;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The last {@code limit} incidents that were closed or touched after closing. One writer, many
 * readers.
 */
final class RecentlyClosed {
  private final int limit;
  private final Consumer<Incident> evicted;
  private final Map<IncidentId, Incident> incidents = new ConcurrentHashMap<>();
  private final ArrayDeque<IncidentId> order = new ArrayDeque<>();

  RecentlyClosed(int limit, Consumer<Incident> evicted) {
    this.limit = limit;
    this.evicted = evicted;
  }

  void put(Incident incident) {
    if (incidents.put(incident.id(), incident) == null) {
      order.addLast(incident.id());
    }
    while (incidents.size() > limit) {
      Incident oldest = incidents.remove(order.removeFirst());
      if (oldest != null) {
        evicted.accept(oldest);
      }
    }
  }

  void remove(IncidentId id) {
    if (incidents.remove(id) != null) {
      order.remove(id);
    }
  }

  Optional<Incident> find(IncidentId id) {
    return Optional.ofNullable(incidents.get(id));
  }

  Collection<Incident> all() {
    return incidents.values();
  }

  void clear() {
    incidents.clear();
    order.clear();
  }
}
