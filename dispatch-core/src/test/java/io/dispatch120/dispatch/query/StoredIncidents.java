package io.dispatch120.dispatch.query;

import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendOutcome;
import io.dispatch120.dispatch.journal.BoardSource;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.view.IncidentStory;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is stored of the stories told to it: for reading only. */
final class StoredIncidents implements IncidentStore, Journal, BoardSource {
  private final List<IncidentStory> stories = new ArrayList<>();
  private final List<IncidentStore.Query> asked = new ArrayList<>();

  StoredIncidents with(IncidentStory story) {
    stories.add(story);
    return this;
  }

  /** The list queries that reached the store. */
  List<IncidentStore.Query> asked() {
    return asked;
  }

  private Stream<Incident> incidents() {
    return stories.stream().map(IncidentStory::incident);
  }

  private static long openedSeq(IncidentStory story) {
    return story.entries().get(0).seq();
  }

  private Future<Optional<IncidentId>> idOf(Predicate<Incident> wanted) {
    return Future.succeededFuture(incidents().filter(wanted).map(Incident::id).findFirst());
  }

  @Override
  public Future<Optional<Incident>> find(CenterId center, IncidentId id) {
    return Future.succeededFuture(incidents().filter(i -> i.id().equals(id)).findFirst());
  }

  @Override
  public Future<Optional<Incident>> findAsOf(CenterId center, IncidentId id, long seq) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Optional<IncidentId>> findIdByAssignment(CenterId center, AssignmentId id) {
    return idOf(incident -> incident.findAssignment(id).isPresent());
  }

  @Override
  public Future<Optional<IncidentId>> findIdByCall(CenterId center, CallId id) {
    return idOf(incident -> incident.findCall(id).isPresent());
  }

  @Override
  public Future<Optional<IncidentId>> findIdByPatient(CenterId center, PatientId id) {
    return idOf(incident -> incident.findPatient(id).isPresent());
  }

  @Override
  public Future<Optional<IncidentId>> findIdByAlert(CenterId center, AlertId id) {
    return idOf(incident -> incident.findAlert(id).isPresent());
  }

  @Override
  public Future<Optional<IncidentId>> findIdByEscalation(CenterId center, EscalationId id) {
    return idOf(incident -> incident.findPreAlert(id).isPresent());
  }

  @Override
  public Future<List<Incident>> list(CenterId center, IncidentStore.Query query) {
    asked.add(query);
    Long before = query.beforeOpenedSeq();
    return Future.succeededFuture(
        stories.stream()
            .filter(story -> before == null || openedSeq(story) < before)
            .sorted(Comparator.comparing(StoredIncidents::openedSeq).reversed())
            .limit(query.limit())
            .map(IncidentStory::incident)
            .toList());
  }

  @Override
  public Future<List<AppendOutcome>> append(CenterId center, List<AppendCommand> commands) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<List<JournalEntry>> read(CenterId center, long after, int limit) {
    return Future.succeededFuture(
        stories.stream()
            .flatMap(story -> story.entries().stream())
            .filter(entry -> entry.seq() > after)
            .sorted(Comparator.comparing(JournalEntry::seq))
            .limit(limit)
            .toList());
  }

  @Override
  public Future<List<JournalEntry>> listEntries(CenterId center, IncidentId incident) {
    return Future.succeededFuture(
        stories.stream()
            .filter(story -> story.incident().id().equals(incident))
            .flatMap(story -> story.entries().stream())
            .toList());
  }

  @Override
  public Future<Head> head(CenterId center) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Optional<Recorded>> findRecorded(CenterId center, UUID commandId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Picture> load(CenterId center) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Picture> loadAt(CenterId center, Instant at) {
    return Future.succeededFuture(new Picture(99, at, incidents().toList(), List.of()));
  }

  @Override
  public Future<Optional<Unit>> findUnit(CenterId center, UnitId id) {
    throw new UnsupportedOperationException();
  }
}
