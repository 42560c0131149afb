package io.dispatch120.load.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;

/** A bare Vert.x server that sends back what a socket sends: no push can be faster. */
final class Echo implements AutoCloseable {
  /** About what an assignment's frame has. */
  private static final String TEXT = "x".repeat(1_500);

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final WebSocketClient client;
  private final WebSocket socket;
  private Promise<Boolean> waiting = Promise.promise();

  Echo() {
    server =
        vertx
            .createHttpServer()
            .webSocketHandler(open -> open.textMessageHandler(open::writeTextMessage))
            .listen(0, "127.0.0.1")
            .await();
    client = vertx.createWebSocketClient();
    socket = client.connect(server.actualPort(), "127.0.0.1", "/").await();
    socket.textMessageHandler(text -> waiting.complete(true));
  }

  /** One message there and back; one at a time. */
  Future<Boolean> roundTrip() {
    waiting = Promise.promise();
    Future<Boolean> back = waiting.future();
    socket.writeTextMessage(TEXT);
    return back;
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
