package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.Id;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Incidents folded from their journal entries; the current-state tables only say which. A list is
 * two queries: the page, then all entries of its incidents.
 */
public final class PostgresIncidentStore implements IncidentStore {
  private static final String OF_INCIDENT =
      JournalRows.SELECT
          + "where j.center = $1 and j.incident_id = $2 and j.seq <= $3 order by j.seq";
  private static final String OF_INCIDENTS =
      JournalRows.SELECT + "where j.center = $1 and j.incident_id = any($2) order by j.seq";

  /** Null arguments do not narrow. */
  private static final String LIST =
      "select i.id from incident i where i.center = $1"
          + " and ($2::text is null or i.status = $2) and ($3::text is null or i.priority = $3)"
          + " and ($4::text is null or i.complaint = $4)"
          + " and ($5::timestamptz is null or i.opened_at >= $5)"
          + " and ($6::timestamptz is null or i.opened_at < $6)"
          + " and ($7::bigint is null or i.opened_seq < $7)";

  private static final String WITH_TEXT =
      " and i.id in (select n.id from incident n where n.center = $1 and n.number like $9"
          + " union all select p.incident_id from phone_index p"
          + " where p.center = $1 and p.phone_hash = $10)";

  private static final String PAGE = " order by i.opened_seq desc limit $8";

  private final PostgresPool pool;
  private final IncidentKeys keys;

  PostgresIncidentStore(PostgresPool pool, IncidentKeys keys) {
    this.pool = pool;
    this.keys = keys;
  }

  @Override
  public Future<Optional<Incident>> find(CenterId center, IncidentId id) {
    return findAsOf(center, id, Long.MAX_VALUE);
  }

  @Override
  public Future<Optional<Incident>> findAsOf(CenterId center, IncidentId id, long seq) {
    return entries(center, id, seq).map(entries -> JournalRows.fold(entries).stream().findFirst());
  }

  @Override
  public Future<List<JournalEntry>> listEntries(CenterId center, IncidentId id) {
    return entries(center, id, Long.MAX_VALUE);
  }

  private Future<List<JournalEntry>> entries(CenterId center, IncidentId id, long seq) {
    return pool.read(OF_INCIDENT, Tuple.of(center.value(), id.value(), seq))
        .map(rows -> JournalRows.entries(center, rows, keys));
  }

  @Override
  public Future<Optional<IncidentId>> findIdByAssignment(CenterId center, AssignmentId id) {
    return findId("select incident_id from assignment where center = $1 and id = $2", center, id);
  }

  @Override
  public Future<Optional<IncidentId>> findIdByCall(CenterId center, CallId id) {
    return findId(
        "select incident_id from incident_call where center = $1 and call_id = $2", center, id);
  }

  @Override
  public Future<Optional<IncidentId>> findIdByPatient(CenterId center, PatientId id) {
    return findId(
        "select incident_id from incident_patient where center = $1 and patient_id = $2",
        center,
        id);
  }

  @Override
  public Future<Optional<IncidentId>> findIdByAlert(CenterId center, AlertId id) {
    return findId("select incident_id from alert where center = $1 and id = $2", center, id);
  }

  @Override
  public Future<Optional<IncidentId>> findIdByEscalation(CenterId center, EscalationId id) {
    return findId("select incident_id from escalation where center = $1 and id = $2", center, id);
  }

  private Future<Optional<IncidentId>> findId(String sql, CenterId center, Id id) {
    return pool.read(sql, Tuple.of(center.value(), id.value()))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(new IncidentId(row.getString(0)));
              }
              return Optional.empty();
            });
  }

  @Override
  public Future<List<Incident>> list(CenterId center, Query query) {
    Tuple arguments =
        Tuple.of(center.value())
            .addString(word(query.status()))
            .addString(word(query.priority()))
            .addString(word(query.complaint()))
            .addValue(offset(query.from()))
            .addValue(offset(query.to()))
            .addLong(query.beforeOpenedSeq())
            .addInteger(query.limit());
    String sql = LIST + PAGE;
    if (query.text() != null) {
      sql = LIST + WITH_TEXT + PAGE;
      arguments
          .addString(prefixPattern(query.text()))
          .addString(keys.ring().phoneHash(new Personal(query.text())));
    }
    return pool.read(sql, arguments)
        .compose(
            rows -> {
              List<String> page = new ArrayList<>();
              rows.forEach(row -> page.add(row.getString(0)));
              return page.isEmpty() ? Future.succeededFuture(List.of()) : load(center, page);
            });
  }

  /** The incidents of a page, in its order. */
  private Future<List<Incident>> load(CenterId center, List<String> page) {
    return pool.read(
            OF_INCIDENTS, Tuple.of(center.value()).addArrayOfString(page.toArray(String[]::new)))
        .map(
            rows ->
                JournalRows.fold(JournalRows.entries(center, rows, keys)).stream()
                    .sorted(Comparator.comparingInt(i -> page.indexOf(i.id().value())))
                    .toList());
  }

  private static @Nullable String word(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static String prefixPattern(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
