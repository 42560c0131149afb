package io.dispatch120.web.server;

import io.dispatch120.web.Failures;
import io.dispatch120.web.socket.SocketLimits;
import io.dispatch120.web.socket.SocketServer;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A port with its pages, operations and sockets. Start once, stop once. */
public final class WebServer {
  /** Requests are validated and answers encoded here; the board has a loop of its own. */
  private static final int EVENT_LOOPS = 2;

  /** A connection without any traffic; sockets are pinged more often. */
  private static final int IDLE_SECONDS = 60;

  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final int MAX_URL_BYTES = 4 * 1024;
  private static final int DRAIN_SECONDS = 5;

  /** Vert.x takes a negative port for a free one that all servers with the same number share. */
  private static final AtomicInteger ANY_PORT = new AtomicInteger(-1);

  private final Vertx vertx;
  private final HttpServerOptions options;
  private final Router router;
  private final SocketServer sockets;
  private volatile @Nullable String deployment;
  private volatile int port;

  /**
   * Where to listen.
   *
   * @param port 0 for any free one
   * @param tls null for plain HTTP, on loopback or behind a proxy
   */
  public record Address(String host, int port, @Nullable Tls tls) {}

  /** PEM files. */
  public record Tls(Path certificate, Path key) {}

  public WebServer(Vertx vertx, Address address, Router router, SocketServer sockets) {
    this.vertx = vertx;
    this.options = options(address);
    this.router = router;
    this.sockets = sockets;
  }

  private static HttpServerOptions options(Address address) {
    HttpServerOptions options =
        SocketLimits.applyTo(new HttpServerOptions())
            .setHost(address.host())
            .setPort(address.port() == 0 ? ANY_PORT.getAndDecrement() : address.port())
            .setIdleTimeout(IDLE_SECONDS)
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setMaxInitialLineLength(MAX_URL_BYTES)
            .setCompressionSupported(true);
    Tls tls = address.tls();
    if (tls != null) {
      options
          .setSsl(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .setCertPath(tls.certificate().toString())
                  .setKeyPath(tls.key().toString()));
    }
    return options;
  }

  /** Listens; gives the port. Fails when the port is taken or the PEM files are not readable. */
  public Future<Integer> start() {
    return vertx
        .deployVerticle(Listener::new, new DeploymentOptions().setInstances(EVENT_LOOPS))
        .map(
            id -> {
              deployment = id;
              return port;
            });
  }

  /** The sockets, to end those whose session was revoked at once. */
  public SocketServer sockets() {
    return sockets;
  }

  /** Says goodbye to all sockets and lets running requests finish, for 5 s at most. */
  public Future<Void> stop() {
    String running = deployment;
    return sockets
        .stop()
        .eventually(() -> running == null ? Future.succeededFuture() : vertx.undeploy(running));
  }

  /** One event loop's share of the port. */
  private final class Listener extends VerticleBase {
    private final HttpServer server =
        WebServer.this
            .vertx
            .createHttpServer(options)
            .requestHandler(router)
            .invalidRequestHandler(Failures::unreadable);

    @Override
    public Future<?> start() {
      return server.listen().onSuccess(listening -> port = listening.actualPort());
    }

    @Override
    public Future<?> stop() {
      return server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
    }
  }
}
