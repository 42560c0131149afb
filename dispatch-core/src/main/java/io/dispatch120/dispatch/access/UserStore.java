package io.dispatch120.dispatch.access;

import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Accounts of people. User names are unique in an installation and compared without case.
 * Thread-safe.
 */
public interface UserStore {
  Future<Optional<Account>> find(String username);

  /** Makes the account, or replaces the one of the same name. */
  Future<Void> save(Account account);

  Future<List<SessionUser>> list();

  /** {@code passwordHash} is a self-describing argon2id hash. */
  record Account(SessionUser user, String passwordHash, boolean disabled) {}
}
