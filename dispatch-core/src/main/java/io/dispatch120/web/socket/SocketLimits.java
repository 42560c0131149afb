package io.dispatch120.web.socket;

import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;

/**
 * The bounds of a socket.
 *
 * @param maxQueuedFrames frames that may wait for a client
 * @param maxQueuedBytes size of the frames that may wait; one that waits alone may be larger
 * @param maxSockets open sockets of one server
 * @param closeGrace how long a client may take to answer a close frame before the TCP connection is
 *     dropped
 * @param pingEvery after three periods without any frame from the client the socket ends
 * @param recheckEvery how often it is asked whether the session still stands
 */
public record SocketLimits(
    int maxQueuedFrames,
    long maxQueuedBytes,
    int maxSockets,
    Duration closeGrace,
    Duration pingEvery,
    Duration recheckEvery) {

  /** Largest message a client may send, in bytes, whole or in fragments. */
  public static final int MAX_MESSAGE_BYTES = 64 * 1024;

  /**
   * Largest single frame, in bytes. More than a message, because the connection of a client beyond
   * it just breaks, while a message that is too large can be told so.
   */
  public static final int MAX_FRAME_BYTES = 4 * MAX_MESSAGE_BYTES;

  /** 1,024 frames or 4 MiB waiting, 10,000 sockets, 2 s to close, 30 s of silence, 10 s a look. */
  public static SocketLimits standard() {
    return new SocketLimits(
        1_024,
        4L * 1024 * 1024,
        10_000,
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10));
  }

  /**
   * Sets what a server with such sockets needs. Frames are not compressed: a compressor per
   * connection costs up to 300 KB of memory and the same work again for every client.
   */
  public static HttpServerOptions applyTo(HttpServerOptions options) {
    return options
        .setMaxWebSocketFrameSize(MAX_FRAME_BYTES)
        .setMaxWebSocketMessageSize(MAX_MESSAGE_BYTES)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false);
  }
}
