package io.dispatch120.app.node;

import io.dispatch120.dispatch.access.Accounts;
import io.dispatch120.dispatch.adapter.http.ConsoleApi;
import io.dispatch120.dispatch.adapter.ws.ConsoleSocket;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.stream.ConsoleStreams;
import io.dispatch120.web.AccessLog;
import io.dispatch120.web.Failures;
import io.dispatch120.web.SecurityHeaders;
import io.dispatch120.web.SessionTokens;
import io.dispatch120.web.page.SinglePage;
import io.dispatch120.web.page.StaticPages;
import io.dispatch120.web.server.WebServer;
import io.dispatch120.web.socket.SocketLimits;
import io.dispatch120.web.socket.SocketMeter;
import io.dispatch120.web.socket.SocketServer;
import io.dispatch120.web.socket.SocketSessions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.Set;

/** The internal port: console pages, REST interface and console sockets. */
final class ConsoleServer {
  /** First segments of paths that are no views of the console. */
  private static final Set<String> NO_VIEWS = Set.of("api", "ws", "assets", "map");

  private ConsoleServer() {}

  static WebServer of(
      Vertx vertx,
      ConsoleApi api,
      ConsoleStreams streams,
      SocketMeter meter,
      MapPages map,
      WebServer.Address address) {
    SocketServer sockets = new SocketServer(SocketLimits.standard(), meter);
    Router root = Router.router(vertx);
    root.route().handler(new AccessLog());
    root.route().handler(new SecurityHeaders(address.tls() != null));
    root.route(ConsoleSocket.PATH)
        .handler(
            sockets.at(ConsoleSocket.door(api.tokens(), new Sessions(api.accounts()), streams)));
    root.route(MapPages.PATH).handler(map);
    root.route().handler(new SinglePage(StaticPages.of("console"), "index.html", NO_VIEWS));
    root.route("/*").subRouter(api.router(vertx));
    Failures.install(root);
    return new WebServer(vertx, address, root, sockets);
  }

  static SessionTokens tokens(WebServer.Address address) {
    return new SessionTokens(SessionTokens.CONSOLE_COOKIE, address.tls() != null, Set.of());
  }

  /** Who is signed in, for sockets. */
  private record Sessions(Accounts accounts) implements SocketSessions {
    @Override
    public Future<Optional<SignedIn>> findByToken(String token) {
      return accounts
          .findSession(token)
          .map(found -> found.map(user -> signedIn(user, Accounts.hash(token))));
    }

    @Override
    public Future<Optional<SignedIn>> redeem(String ticket) {
      return accounts
          .redeemTicket(ticket)
          .map(found -> found.map(session -> signedIn(session.user(), session.tokenHash())));
    }

    private SignedIn signedIn(SessionUser user, String tokenHash) {
      return new SignedIn(user, () -> accounts.isLive(tokenHash));
    }
  }
}
