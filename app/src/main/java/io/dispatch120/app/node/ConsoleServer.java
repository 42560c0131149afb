package io.dispatch120.app.node;

import io.dispatch120.app.config.TlsFiles;
import io.dispatch120.dispatch.access.Accounts;
import io.dispatch120.dispatch.adapter.http.ConsoleApi;
import io.dispatch120.dispatch.adapter.ws.ConsoleSocket;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.stream.ConsoleStreams;
import io.dispatch120.web.AccessLog;
import io.dispatch120.web.Failures;
import io.dispatch120.web.SecurityHeaders;
import io.dispatch120.web.SessionTokens;
import io.dispatch120.web.socket.SocketLimits;
import io.dispatch120.web.socket.SocketMeter;
import io.dispatch120.web.socket.SocketServer;
import io.dispatch120.web.socket.SocketSessions;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The internal port: console pages, REST interface and console sockets. */
final class ConsoleServer {
  private static final int IDLE_SECONDS = 60;
  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final int MAX_URL_BYTES = 8 * 1024;

  /** Requests are validated and answers encoded here; the board has a loop of its own. */
  private static final int EVENT_LOOPS = 2;

  private static final int DRAIN_SECONDS = 5;

  private final Vertx vertx;
  private final SocketServer sockets;
  private final Router router;
  private final HttpServerOptions options;
  private volatile @Nullable String deployment;
  private volatile int port;

  ConsoleServer(
      Vertx vertx,
      ConsoleApi api,
      ConsoleStreams streams,
      SocketMeter meter,
      String host,
      int port,
      Optional<TlsFiles> tls) {
    this.vertx = vertx;
    this.sockets = new SocketServer(SocketLimits.standard(), meter);
    Router root = Router.router(vertx);
    root.route().handler(new AccessLog());
    root.route().handler(new SecurityHeaders(tls.isPresent()));
    root.route(ConsoleSocket.PATH)
        .handler(
            sockets.at(ConsoleSocket.door(api.tokens(), new Sessions(api.accounts()), streams)));
    root.route("/*").subRouter(api.router(vertx));
    root.get().handler(StaticHandler.create("console").setCachingEnabled(true));
    Failures.install(root);
    this.router = root;
    this.options = options(host, port, tls);
  }

  private static HttpServerOptions options(String host, int port, Optional<TlsFiles> tls) {
    HttpServerOptions options =
        SocketLimits.applyTo(new HttpServerOptions())
            .setHost(host)
            .setPort(port)
            .setIdleTimeout(IDLE_SECONDS)
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setMaxInitialLineLength(MAX_URL_BYTES)
            .setCompressionSupported(true);
    tls.ifPresent(
        files ->
            options
                .setSsl(true)
                .setKeyCertOptions(
                    new PemKeyCertOptions()
                        .setCertPath(files.certificate().toString())
                        .setKeyPath(files.key().toString())));
    return options;
  }

  static SessionTokens tokens(Optional<TlsFiles> tls) {
    return new SessionTokens(SessionTokens.CONSOLE_COOKIE, tls.isPresent(), Set.of());
  }

  /** Listens on every loop; gives the port. */
  Future<Integer> start() {
    if (options.getPort() == 0) {
      // Vert.x shares a negative port, once chosen, by its number: the edge has one of its own.
      options.setPort(-1);
    }
    return vertx
        .deployVerticle(Listener::new, new DeploymentOptions().setInstances(EVENT_LOOPS))
        .map(
            id -> {
              deployment = id;
              return port;
            });
  }

  SocketServer sockets() {
    return sockets;
  }

  /** Says goodbye to all sockets and lets running requests finish. */
  Future<Void> stop() {
    String running = deployment;
    return sockets
        .stop()
        .eventually(() -> running == null ? Future.succeededFuture() : vertx.undeploy(running));
  }

  /** One event loop's share of the port. */
  private final class Listener extends VerticleBase {
    private final HttpServer server =
        ConsoleServer.this.vertx.createHttpServer(options).requestHandler(router);

    @Override
    public Future<?> start() {
      return server.listen().onSuccess(listening -> port = listening.actualPort());
    }

    @Override
    public Future<?> stop() {
      return server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
    }
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
