package io.dispatch120.web.socket;

import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.web.Problem;
import io.dispatch120.web.ProblemException;
import io.dispatch120.web.SessionTokens;
import io.dispatch120.web.socket.Entry.BadMessage;
import io.dispatch120.web.socket.SocketSessions.SignedIn;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * A door for signed-in people: a one-time ticket, a bearer token, or a browser's cookie from a page
 * of ours, looked for in this order. Nobody signed in is refused with 401, a cookie from elsewhere
 * with 403; the wrong role is told so by close code.
 */
public final class SessionDoor implements SocketDoor {

  /** Starts frames for a user. */
  public interface Stream {
    Future<StreamHandle> open(SessionUser user, OptionalLong since, FrameSink sink);
  }

  private final SessionTokens tokens;
  private final SocketSessions sessions;
  private final Set<Role> roles;
  private final Stream stream;
  private final Function<SessionUser, Entry.Receiver> receivers;

  /**
   * @param roles who may come in
   * @param receivers what takes a user's messages
   */
  public SessionDoor(
      SessionTokens tokens,
      SocketSessions sessions,
      Set<Role> roles,
      Stream stream,
      Function<SessionUser, Entry.Receiver> receivers) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.roles = Set.copyOf(roles);
    this.stream = stream;
    this.receivers = receivers;
  }

  @Override
  public Future<Entry> knock(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    return findSignedIn(request)
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(admit(request, found.get()))
                    : Future.failedFuture(notSignedIn()));
  }

  private Future<Optional<SignedIn>> findSignedIn(HttpServerRequest request) {
    String ticket = request.getParam("ticket");
    if (ticket != null) {
      return sessions.redeem(ticket);
    }
    Optional<String> token = tokens.find(request);
    if (token.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    // A browser sends cookies with the sockets of every page there is, and lets that page listen.
    if (!request.headers().contains("Authorization") && !tokens.fromOurPage(request)) {
      return Future.failedFuture(
          Problem.of(403, "origin_not_allowed", "A cookie works only from a page of this host.")
              .asException());
    }
    return sessions.findByToken(token.get());
  }

  private Entry admit(HttpServerRequest request, SignedIn signedIn) {
    SessionUser user = signedIn.user();
    if (!roles.contains(user.role())) {
      return new Entry.Closed(CloseCode.WRONG_ROLE, "not for this role");
    }
    try {
      OptionalLong since = SocketMessages.since(request);
      return new Entry.Admitted(
          sink -> stream.open(user, since, sink), receivers.apply(user), signedIn.stillStands());
    } catch (BadMessage e) {
      return new Entry.Closed(e.code(), e.reason());
    }
  }

  private static ProblemException notSignedIn() {
    return Problem.of(401, "not_signed_in", "Sign in first.").asException();
  }
}
