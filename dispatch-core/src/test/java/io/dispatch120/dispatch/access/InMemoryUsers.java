package io.dispatch120.dispatch.access;

import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts in memory. */
public final class InMemoryUsers implements UserStore {
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();

  @Override
  public Future<Optional<Account>> find(String username) {
    return Future.succeededFuture(
        Optional.ofNullable(accounts.get(username.toLowerCase(Locale.ROOT))));
  }

  @Override
  public Future<Void> save(Account account) {
    accounts.put(account.user().username().toLowerCase(Locale.ROOT), account);
    return Future.succeededFuture();
  }

  @Override
  public Future<List<SessionUser>> list() {
    return Future.succeededFuture(accounts.values().stream().map(Account::user).toList());
  }
}
