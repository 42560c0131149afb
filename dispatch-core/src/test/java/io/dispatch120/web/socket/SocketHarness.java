package io.dispatch120.web.socket;

import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.web.Failures;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with one socket route, whose door and stream a test plays. */
final class SocketHarness implements AutoCloseable {
  final Vertx vertx = Vertx.vertx();
  final SocketServer sockets;
  final int port;
  final AtomicBoolean signedIn = new AtomicBoolean(true);
  final AtomicInteger openStreams = new AtomicInteger();
  final AtomicInteger queuedFrames = new AtomicInteger();
  final List<Integer> closeCodes = new CopyOnWriteArrayList<>();
  private final BlockingQueue<FrameSink> sinks = new LinkedBlockingQueue<>();
  private final HttpServer server;

  /** Small bounds and short periods. */
  static SocketLimits limits() {
    return new SocketLimits(
        64,
        256 * 1024,
        100,
        Duration.ofMillis(300),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10));
  }

  SocketHarness(SocketLimits limits) {
    this(limits, SocketMessages.acknowledgementsOnly());
  }

  SocketHarness(SocketLimits limits, Entry.Receiver receiver) {
    this(limits, receiver, null);
  }

  /** With a door of the test's own, unless null. */
  SocketHarness(SocketLimits limits, Entry.Receiver receiver, SocketDoor door) {
    sockets = new SocketServer(limits, meter());
    SocketDoor open =
        ctx ->
            Future.succeededFuture(
                new Entry.Admitted(
                    this::stream, receiver, () -> Future.succeededFuture(signedIn.get())));
    Router router = Router.router(vertx);
    router.route("/ws").handler(sockets.at(door == null ? open : door));
    router.route().failureHandler(new Failures());
    server =
        vertx
            .createHttpServer(
                SocketLimits.applyTo(new HttpServerOptions().setSendBufferSize(16 * 1024)))
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .await();
    port = server.actualPort();
  }

  Future<StreamHandle> stream(FrameSink sink) {
    openStreams.incrementAndGet();
    sinks.add(sink);
    return Future.succeededFuture(openStreams::decrementAndGet);
  }

  /** The server's end of the socket opened next. */
  SocketSink sink() throws InterruptedException {
    FrameSink sink = sinks.poll(10, TimeUnit.SECONDS);
    if (sink == null) {
      throw new AssertionError("no stream was opened");
    }
    return (SocketSink) sink;
  }

  SocketClient client() {
    return SocketClient.open(vertx, port, "/ws");
  }

  private SocketMeter meter() {
    return new SocketMeter() {
      @Override
      public void opened() {}

      @Override
      public void closed(int code) {
        closeCodes.add(code);
      }

      @Override
      public void sent(int frames) {}

      @Override
      public void queued(int frames) {
        queuedFrames.addAndGet(frames);
      }
    };
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
