package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.journal.PageStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages that wait. Rows that somebody else is taking, or an append is settling, are passed over:
 * nobody waits for a lock here.
 */
public final class PostgresPageStore implements PageStore {
  private static final String CLAIM =
      "with due as materialized (select id from page"
          + " where center = $1 and waiting and next_try_at <= clock_timestamp()"
          + " order by next_try_at, id limit $2 for update skip locked),"
          + " taken as (update page p set attempts = p.attempts + 1,"
          + " next_try_at = clock_timestamp() + $3::bigint * interval '1 millisecond'"
          + " from due where p.id = due.id and p.center = $1"
          + " returning p.id, p.incident_id, p.escalation_id, p.recipient, p.attempts,"
          + " p.created_at)"
          + " select * from taken order by created_at, id";

  private static final String RETRY =
      "update page set next_try_at = clock_timestamp() + $4::bigint * interval '1 millisecond'"
          + " where center = $1 and id = $2 and attempts = $3 and waiting";

  private static final String FIND =
      "select center, incident_id, escalation_id, recipient from page where token_hash = $1"
          + " and created_at > clock_timestamp() - $2::bigint * interval '1 second'";

  private final PostgresPool pool;

  PostgresPageStore(PostgresPool pool) {
    this.pool = pool;
  }

  @Override
  public Future<List<Claim>> claim(CenterId center, int limit, Duration lease) {
    return pool.change(CLAIM, Tuple.of(center.value(), limit, lease.toMillis()))
        .map(
            rows -> {
              List<Claim> claims = new ArrayList<>();
              for (Row row : rows) {
                claims.add(
                    new Claim(
                        row.getString("id"),
                        new IncidentId(row.getString("incident_id")),
                        new EscalationId(row.getString("escalation_id")),
                        row.getInteger("recipient"),
                        row.getInteger("attempts")));
              }
              return claims;
            });
  }

  @Override
  public Future<Void> retry(CenterId center, Claim claim, Duration delay) {
    return pool.change(
            RETRY, Tuple.of(center.value(), claim.id(), claim.attempts(), delay.toMillis()))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Recipient>> findRecipient(String tokenHash) {
    return pool.read(FIND, Tuple.of(tokenHash, LINK_LIFE.toSeconds()))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(
                    new Recipient(
                        new CenterId(row.getString("center")),
                        new IncidentId(row.getString("incident_id")),
                        new EscalationId(row.getString("escalation_id")),
                        row.getInteger("recipient")));
              }
              return Optional.empty();
            });
  }
}
