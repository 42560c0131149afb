package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.journal.LinkStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Location-sharing links by the hash of their token. */
public final class PostgresLinkStore implements LinkStore {
  private static final String FIND =
      "select * from (select l.center, l.incident_id, l.id, l.call_id,"
          + " least(l.expires_at, i.closed_at + $2::bigint * interval '1 second') as ends"
          + " from locator_link l"
          + " join incident i on i.center = l.center and i.id = l.incident_id"
          + " where l.token_hash = $1) link where ends > clock_timestamp()";

  private final PostgresPool pool;

  PostgresLinkStore(PostgresPool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Optional<Link>> findLink(String tokenHash) {
    return pool.read(FIND, Tuple.of(tokenHash, AFTER_CLOSING.toSeconds()))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(
                    new Link(
                        new CenterId(row.getString("center")),
                        new IncidentId(row.getString("incident_id")),
                        row.getString("id"),
                        new CallId(row.getString("call_id")),
                        JournalRows.instant(row, "ends")));
              }
              return Optional.empty();
            });
  }
}
