package io.dispatch120.load.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/** GET requests of one session over kept connections, answers not decoded. */
final class RawHttp implements AutoCloseable {
  private static final String OK = "HTTP/1.1 200 ";
  private static final String LENGTH = "content-length:";

  private final RawConnections connections;
  private final String headers;

  RawHttp(Vertx vertx, int port, int count, String token) {
    connections = new RawConnections(vertx, port, count, RawHttp::answerLength);
    headers =
        " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n";
  }

  /** The whole answer, status line included. */
  Future<Buffer> get(String path) {
    return connections.exchange(Buffer.buffer("GET /api/v1" + path + headers));
  }

  static boolean isOk(Buffer answer) {
    return answer.length() > OK.length() && answer.getString(0, OK.length()).equals(OK);
  }

  static String body(Buffer answer) {
    String text = answer.toString();
    return text.substring(text.indexOf("\r\n\r\n") + 4);
  }

  private static int answerLength(Buffer received) {
    String text = received.toString("ISO-8859-1");
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return -1;
    }
    String head = text.substring(0, end).toLowerCase(Locale.ROOT);
    int at = head.indexOf(LENGTH);
    if (at < 0) {
      throw new IllegalStateException("an answer without a length: " + head);
    }
    int line = head.indexOf('\r', at);
    String length = head.substring(at + LENGTH.length(), line < 0 ? head.length() : line).strip();
    return end + 4 + Integer.parseInt(length);
  }

  @Override
  public void close() {
    connections.close();
  }
}
