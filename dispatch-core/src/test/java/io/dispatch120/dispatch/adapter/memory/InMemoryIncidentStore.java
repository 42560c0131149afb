package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.adapter.memory.InMemoryState.Center;
import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.codec.KeyRing;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.RowChange.AlertRow;
import io.dispatch120.dispatch.journal.RowChange.AssignmentRow;
import io.dispatch120.dispatch.journal.RowChange.IncidentRow;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Incidents folded from the journal in memory. */
public final class InMemoryIncidentStore implements IncidentStore {
  private final InMemoryState state;
  private final KeyRing keys;

  InMemoryIncidentStore(InMemoryState state, KeyRing keys) {
    this.state = state;
    this.keys = keys;
  }

  @Override
  public Future<Optional<Incident>> find(CenterId center, IncidentId id) {
    return findAsOf(center, id, Long.MAX_VALUE);
  }

  @Override
  public Future<Optional<Incident>> findAsOf(CenterId center, IncidentId id, long seq) {
    return in(center, c -> c.fold(seq).stream().filter(i -> i.id().equals(id)).findFirst());
  }

  @Override
  public Future<List<JournalEntry>> listEntries(CenterId center, IncidentId id) {
    synchronized (state) {
      Center in = state.center(center);
      return Future.succeededFuture(
          in.entries.stream().filter(e -> id.equals(e.incidentId())).toList());
    }
  }

  @Override
  public Future<Optional<IncidentId>> findIdByAssignment(CenterId center, AssignmentId id) {
    return in(
        center, c -> Optional.ofNullable(c.assignments.get(id)).map(AssignmentRow::incidentId));
  }

  @Override
  public Future<Optional<IncidentId>> findIdByCall(CenterId center, CallId id) {
    return in(center, c -> Optional.ofNullable(c.calls.get(id)));
  }

  @Override
  public Future<Optional<IncidentId>> findIdByPatient(CenterId center, PatientId id) {
    return in(center, c -> Optional.ofNullable(c.patients.get(id)));
  }

  @Override
  public Future<Optional<IncidentId>> findIdByAlert(CenterId center, AlertId id) {
    return in(center, c -> Optional.ofNullable(c.alerts.get(id)).map(AlertRow::incidentId));
  }

  @Override
  public Future<Optional<IncidentId>> findIdByEscalation(CenterId center, EscalationId id) {
    return in(center, c -> Optional.ofNullable(c.escalations.get(id)));
  }

  private <T> Future<Optional<T>> in(CenterId id, Function<Center, Optional<T>> question) {
    synchronized (state) {
      Center center = state.centers().get(id);
      return Future.succeededFuture(center == null ? Optional.empty() : question.apply(center));
    }
  }

  @Override
  public Future<List<Incident>> list(CenterId id, Query query) {
    synchronized (state) {
      Center center = state.center(id);
      return Future.succeededFuture(
          center.fold(Long.MAX_VALUE).stream()
              .filter(i -> matches(i, center.incidents.get(i.id()), query))
              .filter(
                  i ->
                      query.beforeOpenedSeq() == null
                          || openedSeq(center, i) < query.beforeOpenedSeq())
              .sorted(Comparator.comparingLong((Incident i) -> openedSeq(center, i)).reversed())
              .limit(query.limit())
              .toList());
    }
  }

  private boolean matches(Incident incident, @Nullable IncidentRow row, Query query) {
    return row != null
        && (query.status() == null || query.status() == row.status())
        && (query.priority() == null || query.priority() == row.priority())
        && (query.complaint() == null || query.complaint() == row.complaint())
        && (query.from() == null || !incident.openedAt().isBefore(query.from()))
        && (query.to() == null || incident.openedAt().isBefore(query.to()))
        && (query.text() == null || found(incident, row, query.text()));
  }

  private boolean found(Incident incident, IncidentRow row, String text) {
    String hash = keys.phoneHash(new Personal(text));
    return incident.number().startsWith(text)
        || row.phones().stream().anyMatch(phone -> keys.phoneHash(phone).equals(hash));
  }

  private static long openedSeq(Center center, Incident incident) {
    return center.entries.stream()
        .filter(e -> incident.id().equals(e.incidentId()))
        .findFirst()
        .orElseThrow()
        .seq();
  }
}
