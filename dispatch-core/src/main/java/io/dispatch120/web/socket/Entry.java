package io.dispatch120.web.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.StreamHandle;
import io.vertx.core.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a {@link SocketDoor} says to somebody who knocks and may have a socket. */
public sealed interface Entry {

  /** A socket that is closed at once, so that a browser, which never sees a status, sees why. */
  record Closed(int code, String reason) implements Entry {}

  /**
   * Come in.
   *
   * @param stream starts the frames
   * @param receiver takes the messages of the client, one at a time
   * @param stillAdmitted whether the session or link that opened the door still stands
   */
  record Admitted(
      Function<FrameSink, Future<StreamHandle>> stream,
      Receiver receiver,
      Supplier<Future<Boolean>> stillAdmitted)
      implements Entry {}

  /** Takes messages of one client. */
  interface Receiver {
    /**
     * Takes a JSON object. Called on the socket's context. The next message is not read before the
     * future completes, so a client can not pile up work.
     *
     * @return fails for faults of ours; the socket then ends and the client comes back
     * @throws BadMessage when the message makes no sense; the socket then ends with its code
     */
    Future<Void> receive(JsonNode message) throws BadMessage;
  }

  /** A message that ends the socket. */
  final class BadMessage extends Exception {
    private final int code;

    /**
     * @param reason said to the client, under 100 characters and without what the client sent
     */
    public BadMessage(String reason) {
      this(CloseCode.BAD_MESSAGE, reason);
    }

    public BadMessage(int code, String reason) {
      super(reason);
      this.code = code;
    }

    public int code() {
      return code;
    }

    /** What to tell the client. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }
}
