package io.dispatch120.web.socket;

import io.netty.buffer.Unpooled;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.ws.WebSocketFrameImpl;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Encodes text messages, each once however many sockets get it: an event goes to thousands of
 * consoles, one after the other, and encoding Chinese text costs as much as sending it.
 * Thread-safe.
 */
final class TextMessages {
  /** Larger ones go in fragments: many a client takes no larger frame unless told to. */
  private static final int MAX_FRAME_BYTES = 64 * 1024;

  private record Encoded(String text, byte[] utf8) {}

  /** Two, because an event goes out with and without personal data in turns. */
  private volatile @Nullable Encoded last;

  private volatile @Nullable Encoded before;

  /** The text in UTF-8; the same array for an object seen just before. Not to be changed. */
  @SuppressWarnings(
      "ReferenceEquality") // To compare the characters would cost what is to be saved.
  byte[] encode(String text) {
    Encoded known = last;
    if (known != null && known.text() == text) {
      return known.utf8();
    }
    Encoded older = before;
    if (older != null && older.text() == text) {
      return older.utf8();
    }
    Encoded encoded = new Encoded(text, text.getBytes(StandardCharsets.UTF_8));
    before = known;
    last = encoded;
    return encoded.utf8();
  }

  /** Writes a message without copying it, which Vert.x can do only below its public interface. */
  static void write(byte[] utf8, ServerWebSocket socket) {
    int from = 0;
    do {
      int length = Math.min(MAX_FRAME_BYTES, utf8.length - from);
      socket.writeFrame(
          new WebSocketFrameImpl(
              from == 0 ? WebSocketFrameType.TEXT : WebSocketFrameType.CONTINUATION,
              Unpooled.wrappedBuffer(utf8, from, length),
              from + length == utf8.length));
      from += length;
    } while (from < utf8.length);
  }
}
