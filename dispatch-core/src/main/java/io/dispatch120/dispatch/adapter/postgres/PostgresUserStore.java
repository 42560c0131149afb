package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.access.UserStore;
import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accounts, by name without case. */
public final class PostgresUserStore implements UserStore {
  private static final String FIND =
      "select "
          + SessionUsers.COLUMNS
          + ", password_hash, disabled from app_user where lower(username) = lower($1)";
  private static final String SAVE =
      "insert into app_user ("
          + SessionUsers.COLUMNS
          + ", password_hash, disabled) values ($1, $2, $3, $4, $5, $6, $7, $8)"
          + " on conflict (lower(username)) do update set username = excluded.username,"
          + " center = excluded.center, role = excluded.role, unit_id = excluded.unit_id,"
          + " hospital_id = excluded.hospital_id, station_id = excluded.station_id,"
          + " password_hash = excluded.password_hash, disabled = excluded.disabled";
  private static final String LIST =
      "select " + SessionUsers.COLUMNS + " from app_user order by lower(username) collate \"C\"";

  private final PostgresPool pool;

  PostgresUserStore(PostgresPool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Optional<Account>> find(String username) {
    return pool.read(FIND, Tuple.of(username))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(
                    new Account(
                        SessionUsers.user(row),
                        row.getString("password_hash"),
                        row.getBoolean("disabled")));
              }
              return Optional.empty();
            });
  }

  @Override
  public Future<Void> save(Account account) {
    Tuple arguments =
        SessionUsers.add(Tuple.tuple(), account.user())
            .addString(account.passwordHash())
            .addBoolean(account.disabled());
    return pool.change(SAVE, arguments).mapEmpty();
  }

  @Override
  public Future<List<SessionUser>> list() {
    return pool.read(LIST, Tuple.tuple())
        .map(
            rows -> {
              List<SessionUser> users = new ArrayList<>();
              rows.forEach(row -> users.add(SessionUsers.user(row)));
              return users;
            });
  }
}
