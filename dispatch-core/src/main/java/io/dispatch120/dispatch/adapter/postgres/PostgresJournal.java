package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendOutcome;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The journal in PostgreSQL. An append is one statement in autocommit: one round trip, one
 * transaction (see {@code V6__append.sql}).
 */
public final class PostgresJournal implements Journal {
  private static final String APPEND =
      "select outcome, first_seq, last_seq, recorded_at, what from append_commands($1, $2)";
  private static final String READ =
      JournalRows.SELECT + "where j.center = $1 and j.seq > $2 order by j.seq limit $3";
  private static final String HEAD =
      "select seq, clock_timestamp() as now from journal_head where center = $1";
  private static final String COMMAND =
      "select fingerprint, first_seq, last_seq from command where center = $1 and id = $2";
  private static final String PURGE = "select purge_commands($1)";

  private final PostgresPool pool;
  private final IncidentKeys keys;

  PostgresJournal(PostgresPool pool, IncidentKeys keys) {
    this.pool = pool;
    this.keys = keys;
  }

  @Override
  public Future<List<AppendOutcome>> append(CenterId center, List<AppendCommand> commands) {
    if (commands.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    JournalBatch batch = new JournalBatch(center, commands, keys.ring());
    return keys.find(center, batch.knownIncidents())
        .compose(known -> pool.change(APPEND, Tuple.of(center.value(), batch.toJson(known))))
        .map(rows -> outcomes(center, commands, batch, rows));
  }

  private List<AppendOutcome> outcomes(
      CenterId center, List<AppendCommand> commands, JournalBatch batch, RowSet<Row> rows) {
    List<AppendOutcome> outcomes = new ArrayList<>(commands.size());
    for (Row row : rows) {
      AppendOutcome outcome = outcome(row);
      if (outcome instanceof AppendOutcome.Committed) {
        batch
            .keysOpenedBy(commands.get(outcomes.size()))
            .forEach((incident, key) -> keys.keep(center, incident, key));
      }
      outcomes.add(outcome);
    }
    return outcomes;
  }

  private static AppendOutcome outcome(Row row) {
    String name = row.getString("outcome");
    return switch (name) {
      case "committed" ->
          new AppendOutcome.Committed(
              row.getLong("first_seq"),
              row.getLong("last_seq"),
              JournalRows.instant(row, "recorded_at"));
      case "replayed" ->
          new AppendOutcome.Replayed(row.getLong("first_seq"), row.getLong("last_seq"));
      case "key_reused" -> new AppendOutcome.KeyReused();
      case "conflict" -> new AppendOutcome.Conflict(row.getString("what"));
      default -> throw new IllegalStateException("append_commands gave " + name);
    };
  }

  @Override
  public Future<List<JournalEntry>> read(CenterId center, long after, int limit) {
    return pool.read(READ, Tuple.of(center.value(), after, limit))
        .map(rows -> JournalRows.entries(center, rows, keys));
  }

  @Override
  public Future<Head> head(CenterId center) {
    return pool.read(HEAD, Tuple.of(center.value()))
        .map(
            rows -> {
              for (Row row : rows) {
                return new Head(row.getLong("seq"), JournalRows.instant(row, "now"));
              }
              throw new IllegalArgumentException("unknown center " + center);
            });
  }

  @Override
  public Future<Optional<Recorded>> findRecorded(CenterId center, UUID commandId) {
    return pool.read(COMMAND, Tuple.of(center.value(), commandId))
        .compose(
            rows -> {
              for (Row row : rows) {
                return entriesOf(center, row).map(Optional::of);
              }
              return Future.succeededFuture(Optional.empty());
            });
  }

  private Future<Recorded> entriesOf(CenterId center, Row command) {
    long first = command.getLong("first_seq");
    int count = (int) (command.getLong("last_seq") - first + 1);
    String fingerprint = command.getString("fingerprint");
    return count == 0
        ? Future.succeededFuture(new Recorded(fingerprint, List.of()))
        : read(center, first - 1, count).map(entries -> new Recorded(fingerprint, entries));
  }

  /**
   * Forgets the answers of commands older than a day, at most {@code limit}; gives how many. Call
   * it again while it gives {@code limit}.
   */
  public Future<Integer> purgeCommands(int limit) {
    return pool.change(PURGE, Tuple.of(limit)).map(rows -> rows.iterator().next().getInteger(0));
  }
}
