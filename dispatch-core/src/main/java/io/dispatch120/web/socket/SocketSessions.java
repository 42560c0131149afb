package io.dispatch120.web.socket;

import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;

/** How a door finds out who is signed in. Thread-safe. */
public interface SocketSessions {
  /**
   * @param stillStands whether the session has neither ended nor been given to somebody else
   */
  record SignedIn(SessionUser user, Supplier<Future<Boolean>> stillStands) {}

  /** Empty for a token that is not valid (any more). */
  Future<Optional<SignedIn>> findByToken(String token);

  /** Takes the ticket: a second time there is nobody. */
  Future<Optional<SignedIn>> redeem(String ticket);
}
