package io.dispatch120.load.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToIntFunction;

/**
 * Kept connections that send bytes as they are and wait for a whole answer, the same for any
 * protocol: a client costs both sides of a comparison equally little.
 */
final class RawConnections implements AutoCloseable {
  private final NetClient client;
  private final Deque<Connection> idle = new ArrayDeque<>();

  /**
   * @param answerLength the length of the answer a buffer begins with, -1 while it is not whole
   */
  RawConnections(Vertx vertx, int port, int count, ToIntFunction<Buffer> answerLength) {
    client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
    for (int i = 0; i < count; i++) {
      idle.add(new Connection(client.connect(port, "127.0.0.1").await(), answerLength));
    }
  }

  /** Sends and gives the answer; at most as many at once as there are connections. */
  Future<Buffer> exchange(Buffer request) {
    Connection connection;
    synchronized (idle) {
      connection = idle.remove();
    }
    return connection
        .exchange(request)
        .onComplete(
            answer -> {
              synchronized (idle) {
                idle.add(connection);
              }
            });
  }

  @Override
  public void close() {
    client.close().await();
  }

  private static final class Connection {
    private final NetSocket socket;
    private Buffer received = Buffer.buffer();
    private Promise<Buffer> waiting = Promise.promise();

    Connection(NetSocket socket, ToIntFunction<Buffer> answerLength) {
      this.socket = socket;
      socket.handler(
          bytes -> {
            received.appendBuffer(bytes);
            if (answerLength.applyAsInt(received) == received.length()) {
              Buffer answer = received;
              received = Buffer.buffer();
              waiting.complete(answer);
            }
          });
      socket.closeHandler(closed -> waiting.tryFail("connection closed"));
    }

    Future<Buffer> exchange(Buffer request) {
      waiting = Promise.promise();
      Future<Buffer> answer = waiting.future();
      socket.write(request).onFailure(waiting::tryFail);
      return answer;
    }
  }
}
