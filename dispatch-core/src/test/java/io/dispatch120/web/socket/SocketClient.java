package io.dispatch120.web.socket;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/** A client of a socket under test, which keeps what it received and how it ended. */
public final class SocketClient {
  private static final int ATTEMPTS = 5;

  public final WebSocket socket;
  public final List<String> received = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  /** Kept because Vert.x closes clients that nobody refers to. */
  @SuppressWarnings("unused")
  private final WebSocketClient owner;

  private SocketClient(WebSocketClient owner, WebSocket socket) {
    this.owner = owner;
    this.socket = socket;
    socket.textMessageHandler(received::add);
    socket.closeHandler(
        ignored -> {
          Short code = socket.closeStatusCode();
          closed.complete(code == null ? CloseCode.ABNORMAL : (int) code);
        });
    socket.exceptionHandler(ignored -> {});
  }

  /**
   * @param headers name and value in turns
   */
  public static SocketClient open(Vertx vertx, int port, String uri, String... headers) {
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(uri)
            .setAllowOriginHeader(List.of(headers).contains("Origin"));
    for (int i = 0; i < headers.length; i += 2) {
      options.addHeader(headers[i], headers[i + 1]);
    }
    WebSocketClientOptions sizes =
        new WebSocketClientOptions()
            .setMaxFrameSize(4 * 1024 * 1024)
            .setMaxMessageSize(64 * 1024 * 1024);
    WebSocketClient client = vertx.createWebSocketClient(sizes);
    for (int attempt = 1; ; attempt++) {
      try {
        return await(connect(client, options));
      } catch (IllegalStateException e) {
        // A server that closes at once can be faster than the client library, which then fails with
        // its own IllegalStateException instead of telling the close code.
        if (!(e.getCause() instanceof IllegalStateException) || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static CompletableFuture<SocketClient> connect(
      WebSocketClient client, WebSocketConnectOptions options) {
    CompletableFuture<SocketClient> opened = new CompletableFuture<>();
    // The handlers are there before the connection is, so that no first frame can be missed.
    ClientWebSocket unconnected = client.webSocket();
    SocketClient kept = new SocketClient(client, unconnected);
    unconnected
        .connect(options)
        .onSuccess(connected -> opened.complete(kept))
        .onFailure(opened::completeExceptionally);
    return opened;
  }

  /** The status with which the upgrade is refused. */
  public static int refusal(Vertx vertx, int port, String uri, String... headers) {
    try {
      open(vertx, port, uri, headers);
      throw new AssertionError("the socket was opened");
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof UpgradeRejectedException refused) {
        return refused.getStatus();
      }
      throw e;
    }
  }

  public void send(String text) {
    socket.writeTextMessage(text);
  }

  /** Waits for the end; 1006 when the connection just broke. */
  public int closeCode() {
    return await(closed);
  }

  public boolean isClosed() {
    return closed.isDone();
  }

  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(10, SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
