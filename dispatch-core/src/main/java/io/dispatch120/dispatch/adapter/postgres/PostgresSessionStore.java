package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.access.SessionStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Sessions and tickets; taking a ticket deletes it, so two nodes can not both take it. */
public final class PostgresSessionStore implements SessionStore {
  private static final String CREATE =
      "insert into session ("
          + SessionUsers.COLUMNS
          + ", token_hash, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
  private static final String SELECT =
      "select " + SessionUsers.COLUMNS + ", s.token_hash, s.expires_at from session s ";
  private static final String FIND =
      SELECT + "where s.token_hash = $1 and s.expires_at > clock_timestamp()";
  private static final String REDEEM =
      "with taken as (delete from ws_ticket where ticket_hash = $1 returning token_hash, expires_at) "
          + SELECT
          + "join taken t on t.token_hash = s.token_hash"
          + " where t.expires_at > clock_timestamp() and s.expires_at > clock_timestamp()";
  private static final String PURGE =
      "with old_tickets as (delete from ws_ticket t where t.expires_at <= clock_timestamp()"
          + " or exists (select 1 from session s where s.token_hash = t.token_hash"
          + " and s.expires_at <= clock_timestamp()) returning 1),"
          + " old_sessions as (delete from session where expires_at <= clock_timestamp()"
          + " returning 1) select (select count(*) from old_tickets)"
          + " + (select count(*) from old_sessions) as gone";

  private final PostgresPool pool;

  PostgresSessionStore(PostgresPool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Void> create(Session session) {
    Tuple arguments =
        SessionUsers.add(Tuple.tuple(), session.user())
            .addString(session.tokenHash())
            .addValue(session.expiresAt().atOffset(ZoneOffset.UTC));
    return pool.change(CREATE, arguments).mapEmpty();
  }

  @Override
  public Future<Optional<Session>> find(String tokenHash) {
    return pool.read(FIND, Tuple.of(tokenHash)).map(PostgresSessionStore::findFirst);
  }

  @Override
  public Future<Void> revoke(String tokenHash) {
    return pool.change("delete from session where token_hash = $1", Tuple.of(tokenHash)).mapEmpty();
  }

  @Override
  public Future<Void> revokeAllOf(String username) {
    return pool.change("delete from session where lower(username) = lower($1)", Tuple.of(username))
        .mapEmpty();
  }

  @Override
  public Future<Void> createTicket(String ticketHash, String sessionTokenHash, Instant expiresAt) {
    return pool.change(
            "insert into ws_ticket (ticket_hash, token_hash, expires_at)"
                + " select $1, s.token_hash, $3 from session s where s.token_hash = $2",
            Tuple.of(ticketHash, sessionTokenHash, expiresAt.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Session>> redeemTicket(String ticketHash) {
    return pool.change(REDEEM, Tuple.of(ticketHash)).map(PostgresSessionStore::findFirst);
  }

  @Override
  public Future<Integer> purge() {
    return pool.change(PURGE, Tuple.tuple())
        .map(rows -> (int) (long) rows.iterator().next().getLong("gone"));
  }

  private static Optional<Session> findFirst(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(
          new Session(
              row.getString("token_hash"),
              SessionUsers.user(row),
              JournalRows.instant(row, "expires_at")));
    }
    return Optional.empty();
  }
}
