package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.journal.CaseStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chest-pain cases in the order of their opening. */
public final class PostgresCaseStore implements CaseStore {
  private static final String LIST =
      "select patient_id, incident_id, opened_at from chest_pain_case"
          + " where center = $1 and opened_at >= $2 and opened_at < $3"
          + " and ($4::timestamptz is null or (opened_at, patient_id) > ($4, $5))"
          + " order by opened_at, patient_id limit $6";

  private final PostgresPool pool;

  PostgresCaseStore(PostgresPool pool) {
    this.pool = pool;
  }

  @Override
  public Future<List<CaseRef>> list(
      CenterId center, Instant from, Instant to, @Nullable CaseRef after, int limit) {
    return pool.read(
            LIST,
            Tuple.of(
                center.value(),
                from.atOffset(ZoneOffset.UTC),
                to.atOffset(ZoneOffset.UTC),
                after == null ? null : after.openedAt().atOffset(ZoneOffset.UTC),
                after == null ? null : after.patientId().value(),
                limit))
        .map(
            rows -> {
              List<CaseRef> found = new ArrayList<>();
              for (Row row : rows) {
                found.add(
                    new CaseRef(
                        new PatientId(row.getString("patient_id")),
                        new IncidentId(row.getString("incident_id")),
                        JournalRows.instant(row, "opened_at")));
              }
              return found;
            });
  }
}
