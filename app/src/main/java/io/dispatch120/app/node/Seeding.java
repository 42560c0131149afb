package io.dispatch120.app.node;

import io.dispatch120.app.demo.DemoAccounts;
import io.dispatch120.app.demo.DemoAccounts.DemoAccount;
import io.dispatch120.dispatch.access.Passwords;
import io.dispatch120.dispatch.access.UserStore;
import io.dispatch120.dispatch.access.UserStore.Account;
import io.dispatch120.dispatch.adapter.postgres.PostgresStorage;
import io.dispatch120.dispatch.api.Catalogue;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fills a demo database once; a second start, or a second node, finds everything there. */
final class Seeding {
  private Seeding() {}

  static Future<Void> demo(PostgresStorage storage, Catalogue catalogue) {
    return storage
        .catalogues()
        .seed(catalogue)
        .compose(seeded -> missing(storage.users(), DemoAccounts.of(catalogue)))
        .compose(missing -> save(storage.users(), missing));
  }

  /** A start that was cut off may have left some accounts out. */
  private static Future<List<DemoAccount>> missing(UserStore users, List<DemoAccount> accounts) {
    return users
        .list()
        .map(
            known ->
                accounts.stream()
                    .filter(
                        account ->
                            known.stream()
                                .noneMatch(
                                    user -> user.username().equals(account.user().username())))
                    .toList());
  }

  private static Future<Void> save(UserStore users, List<DemoAccount> accounts) {
    // Everybody knows these passwords, so accounts of a role may share a hash: the start need not
    // wait for each.
    Map<String, String> hashes =
        accounts.stream()
            .map(DemoAccount::password)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), Passwords::hash));
    return Future.all(
            accounts.stream()
                .map(a -> users.save(new Account(a.user(), hashes.get(a.password()), false)))
                .toList())
        .mapEmpty();
  }
}
