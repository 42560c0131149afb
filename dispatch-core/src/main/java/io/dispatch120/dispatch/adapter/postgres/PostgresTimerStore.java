package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.journal.TimerStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Deadlines by the database's clock, whatever the nodes' clocks say. */
public final class PostgresTimerStore implements TimerStore {
  private static final String DUE =
      "select incident_id, id, generation from timer"
          + " where center = $1 and due_at <= clock_timestamp() order by due_at limit $2";

  private final PostgresPool pool;

  PostgresTimerStore(PostgresPool pool) {
    this.pool = pool;
  }

  @Override
  public Future<List<Due>> listDue(CenterId center, int limit) {
    return pool.read(DUE, Tuple.of(center.value(), limit))
        .map(
            rows -> {
              List<Due> due = new ArrayList<>();
              for (Row row : rows) {
                due.add(
                    new Due(
                        new IncidentId(row.getString("incident_id")),
                        row.getString("id"),
                        row.getInteger("generation")));
              }
              return due;
            });
  }
}
