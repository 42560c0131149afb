package io.dispatch120.locator.adapter;

import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.locator.crew.SignInOperations;
import io.dispatch120.web.Doorkeeper;
import io.dispatch120.web.socket.SocketSessions;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** Who is signed in at the edge, as the core says on every request. */
final class EdgeSessions implements Doorkeeper, SocketSessions {
  /** What a responder may call; the rest is for crews that have a unit. */
  private static final Set<String> FOR_ALL = Set.of("signOut", "getMe", "issueTicket");

  private final DispatchApi api;

  EdgeSessions(DispatchApi api) {
    this.api = api;
  }

  @Override
  public Future<Optional<SessionUser>> findSession(String token) {
    return api.findSession(token);
  }

  @Override
  public boolean admits(SessionUser user, String operationId) {
    return FOR_ALL.contains(operationId)
        ? SignInOperations.ROLES.contains(user.role())
        : user.role() == Role.CREW && user.unitId() != null;
  }

  @Override
  public Future<Optional<SignedIn>> findByToken(String token) {
    return api.findSession(token)
        .map(
            found ->
                found.map(
                    user -> new SignedIn(user, () -> api.findSession(token).map(found::equals))));
  }

  @Override
  public Future<Optional<SignedIn>> redeem(String ticket) {
    return api.redeemTicket(ticket)
        .map(
            found ->
                found.map(
                    admission ->
                        new SignedIn(
                            admission.user(), () -> api.isSessionLive(admission.sessionId()))));
  }
}
