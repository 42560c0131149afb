package io.dispatch120.app.node;

import io.dispatch120.app.demo.DemoAccounts;
import io.dispatch120.app.demo.DemoAccounts.DemoAccount;
import io.dispatch120.dispatch.access.Passwords;
import io.dispatch120.dispatch.access.UserStore;
import io.dispatch120.dispatch.access.UserStore.Account;
import io.dispatch120.dispatch.adapter.postgres.PostgresStorage;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills a demo database once; a second start, or a second node, finds everything there. */
final class Seeding {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Seeding() {}

  /** Blocks: hashing passwords is long work, which no event loop must do. */
  static void demo(PostgresStorage storage, Catalogue catalogue) {
    get(storage.catalogues().seed(catalogue));
    // A start that was cut off may have left some accounts out.
    Set<String> known =
        get(storage.users().list()).stream().map(SessionUser::username).collect(Collectors.toSet());
    save(
        storage.users(),
        DemoAccounts.of(catalogue).stream()
            .filter(account -> !known.contains(account.user().username()))
            .toList());
  }

  private static void save(UserStore users, List<DemoAccount> accounts) {
    // Everybody knows these passwords, so accounts of a role may share a hash: the start need not
    // wait for each.
    Map<String, List<DemoAccount>> byPassword =
        accounts.stream().collect(Collectors.groupingBy(DemoAccount::password));
    byPassword.entrySet().parallelStream()
        .forEach(
            sharing -> {
              String hash = Passwords.hash(sharing.getKey());
              sharing.getValue().forEach(a -> get(users.save(new Account(a.user(), hash, false))));
            });
  }

  private static <T> T get(Future<T> future) {
    return Await.get(future, LIMIT, "seeding the demo");
  }
}
