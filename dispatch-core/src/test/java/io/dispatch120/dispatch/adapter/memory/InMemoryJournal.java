package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.adapter.memory.InMemoryState.Answer;
import io.dispatch120.dispatch.adapter.memory.InMemoryState.Center;
import io.dispatch120.dispatch.adapter.memory.InMemoryState.Timer;
import io.dispatch120.dispatch.adapter.memory.InMemoryState.Waiting;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendCommand.Guard;
import io.dispatch120.dispatch.journal.AppendCommand.NewEvent;
import io.dispatch120.dispatch.journal.AppendOutcome;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.RowChange;
import io.dispatch120.dispatch.journal.RowChange.AlertRow;
import io.dispatch120.dispatch.journal.RowChange.AssignmentRow;
import io.dispatch120.dispatch.journal.RowChange.CaseRow;
import io.dispatch120.dispatch.journal.RowChange.EscalationRow;
import io.dispatch120.dispatch.journal.RowChange.IncidentRow;
import io.dispatch120.dispatch.journal.RowChange.LinkRow;
import io.dispatch120.dispatch.journal.RowChange.PageRow;
import io.dispatch120.dispatch.journal.RowChange.TimerCancelled;
import io.dispatch120.dispatch.journal.RowChange.TimerSet;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal in memory: the same outcomes, without a database. */
public final class InMemoryJournal implements Journal {
  private final InMemoryState state;
  private final InstantSource clock;

  InMemoryJournal(InMemoryState state, InstantSource clock) {
    this.state = state;
    this.clock = clock;
  }

  @Override
  public Future<List<AppendOutcome>> append(CenterId id, List<AppendCommand> commands) {
    return Future.future(
        promise -> {
          synchronized (state) {
            List<AppendOutcome> outcomes = new ArrayList<>();
            for (AppendCommand command : commands) {
              outcomes.add(append(id, state.center(id), command));
            }
            promise.complete(outcomes);
          }
        });
  }

  private AppendOutcome append(CenterId id, Center center, AppendCommand command) {
    Answer known = center.answers.get(command.id());
    if (known != null) {
      return known.fingerprint().equals(command.fingerprint())
          ? new AppendOutcome.Replayed(known.firstSeq(), known.lastSeq())
          : new AppendOutcome.KeyReused();
    }
    List<RowChange> rows = lastOfEach(command.rows());
    String conflict = conflict(center, command.guards(), rows);
    if (conflict != null) {
      return new AppendOutcome.Conflict(conflict);
    }
    Instant now = recordedAt(center);
    long first = center.entries.size() + 1;
    for (NewEvent event : command.events()) {
      center.entries.add(
          new JournalEntry(
              id,
              center.entries.size() + 1,
              event.id(),
              event.at().truncatedTo(ChronoUnit.MICROS),
              now,
              command.actor(),
              event.incidentId(),
              event.unitId(),
              event.event()));
    }
    rows.forEach(row -> apply(center, row, now));
    long last = center.entries.size();
    center.answers.put(command.id(), new Answer(command.fingerprint(), first, last));
    return new AppendOutcome.Committed(first, last, now);
  }

  private Instant recordedAt(Center center) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (center.entries.isEmpty()) {
      return now;
    }
    Instant last = center.entries.get(center.entries.size() - 1).recordedAt();
    return now.isBefore(last) ? last : now;
  }

  private static @Nullable String conflict(
      Center center, List<Guard> guards, List<RowChange> rows) {
    for (Guard guard : guards) {
      if (guard instanceof Guard.OfIncident g && center.revision(g.id()) != g.revision()) {
        return "incident " + g.id();
      }
      if (guard instanceof Guard.OfUnit g
          && center.revision(g.id(), Long.MAX_VALUE) != g.revision()) {
        return "unit " + g.id();
      }
      if (guard instanceof Guard.OfRoads g
          && center.roads(Long.MAX_VALUE).revision() != g.revision()) {
        return "roads";
      }
      if (guard instanceof Guard.OfTriageCards g
          && center.cards(Long.MAX_VALUE).revision() != g.revision()) {
        return "triage cards";
      }
    }
    Map<AssignmentId, AssignmentRow> after = new LinkedHashMap<>(center.assignments);
    rows.forEach(
        row -> {
          if (row instanceof AssignmentRow assignment) {
            after.put(assignment.id(), assignment);
          }
        });
    Map<UnitId, AssignmentId> live = new LinkedHashMap<>();
    for (AssignmentRow assignment : after.values()) {
      if (!assignment.ended() && live.put(assignment.unitId(), assignment.id()) != null) {
        return "unit " + assignment.unitId();
      }
    }
    return null;
  }

  private static List<RowChange> lastOfEach(List<RowChange> rows) {
    Map<Object, RowChange> last = new LinkedHashMap<>();
    for (RowChange row : rows) {
      Object key = row;
      if (row instanceof AssignmentRow assignment) {
        key = assignment.id();
      } else if (row instanceof IncidentRow incident) {
        key = incident.id();
      }
      last.remove(key);
      last.put(key, row);
    }
    return List.copyOf(last.values());
  }

  private static void apply(Center center, RowChange change, Instant now) {
    if (change instanceof IncidentRow row) {
      apply(center, row, now);
    } else if (change instanceof AssignmentRow row) {
      center.assignments.put(row.id(), row);
    } else if (change instanceof AlertRow row) {
      center.alerts.put(row.id(), row);
    } else if (change instanceof EscalationRow row) {
      center.escalations.put(row.id(), row.incidentId());
    } else if (change instanceof CaseRow row) {
      center.cases.put(row.patientId(), row);
    } else if (change instanceof PageRow row) {
      Waiting known = center.pages.getOrDefault(row.id(), new Waiting(row, 0, now, now));
      center.pages.put(
          row.id(), new Waiting(row, known.attempts(), known.nextTryAt(), known.createdAt()));
    } else if (change instanceof LinkRow row) {
      center.links.put(row.id(), row);
    } else if (change instanceof TimerSet row) {
      center.timers.put(
          row.incidentId() + " " + row.timerId(),
          new Timer(row.incidentId(), row.timerId(), row.generation(), now.plus(row.delay())));
    } else if (change instanceof TimerCancelled row) {
      center.timers.remove(row.incidentId() + " " + row.timerId());
    }
  }

  /** A closed incident does not take back a call or patient that has moved on. */
  private static void apply(Center center, IncidentRow row, Instant now) {
    center.incidents.put(row.id(), row);
    if (row.closed()) {
      center.closedAt.putIfAbsent(row.id(), now);
      row.calls().forEach(call -> center.calls.putIfAbsent(call, row.id()));
      row.patients().forEach(patient -> center.patients.putIfAbsent(patient, row.id()));
    } else {
      center.closedAt.remove(row.id());
      row.calls().forEach(call -> center.calls.put(call, row.id()));
      row.patients().forEach(patient -> center.patients.put(patient, row.id()));
    }
  }

  @Override
  public Future<List<JournalEntry>> read(CenterId id, long after, int limit) {
    synchronized (state) {
      Center center = state.centers().get(id);
      return Future.succeededFuture(
          center == null ? List.of() : center.entries.stream().skip(after).limit(limit).toList());
    }
  }

  @Override
  public Future<Head> head(CenterId id) {
    return Future.future(
        promise -> {
          synchronized (state) {
            promise.complete(new Head(state.center(id).entries.size(), clock.instant()));
          }
        });
  }

  @Override
  public Future<Optional<Recorded>> findRecorded(CenterId id, UUID commandId) {
    synchronized (state) {
      Center center = state.center(id);
      return Future.succeededFuture(
          Optional.ofNullable(center.answers.get(commandId))
              .map(
                  answer ->
                      new Recorded(
                          answer.fingerprint(),
                          List.copyOf(
                              center.entries.subList(
                                  (int) answer.firstSeq() - 1, (int) answer.lastSeq())))));
    }
  }
}
