package io.dispatch120.dispatch.board;

import io.dispatch120.dispatch.api.Id;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.incident.Incident;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which incident an assignment, call, patient or alert belongs to. One writer, many readers. A call
 * that moves between incidents is found in the one that noted it last.
 */
final class IncidentFinder {
  private final Map<Id, IncidentId> owners = new ConcurrentHashMap<>();

  void note(Incident incident) {
    // What an absorbed incident still lists belongs to the one that took it.
    boolean absorbed = incident.closure() != null && incident.closure().absorbedInto() != null;
    if (!absorbed) {
      parts(incident).forEach(part -> owners.put(part, incident.id()));
    }
  }

  void forget(Incident incident) {
    parts(incident).forEach(part -> owners.remove(part, incident.id()));
  }

  void clear() {
    owners.clear();
  }

  Optional<IncidentId> find(Id part) {
    return Optional.ofNullable(owners.get(part));
  }

  private static Stream<Id> parts(Incident incident) {
    return Stream.of(
            incident.assignments().stream().map(a -> (Id) a.id()),
            incident.calls().stream().map(c -> (Id) c.id()),
            incident.patients().stream().map(p -> (Id) p.id()),
            incident.alerts().stream().map(a -> (Id) a.id()),
            incident.preAlerts().stream()
                .flatMap(p -> p.escalations().stream())
                .map(e -> (Id) e.id()))
        .flatMap(parts -> parts);
  }
}
