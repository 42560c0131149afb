package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.access.UserStore;
import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Accounts in memory. */
public final class InMemoryUserStore implements UserStore {
  private final ConcurrentSkipListMap<String, Account> accounts =
      new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);

  @Override
  public Future<Optional<Account>> find(String username) {
    return Future.succeededFuture(Optional.ofNullable(accounts.get(username)));
  }

  @Override
  public Future<Void> save(Account account) {
    accounts.put(account.user().username(), account);
    return Future.succeededFuture();
  }

  @Override
  public Future<List<SessionUser>> list() {
    return Future.succeededFuture(accounts.values().stream().map(Account::user).toList());
  }
}
