package io.dispatch120.web;

import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.Future;
import java.util.Optional;

/** Says who is at the door and which operations are open to them. Thread-safe. */
public interface Doorkeeper {
  /** Empty for a token that is unknown, revoked or expired. */
  Future<Optional<SessionUser>> findSession(String token);

  /** Whether this user's role may call the operation at all; its scope is the operation's own. */
  boolean admits(SessionUser user, String operationId);
}
