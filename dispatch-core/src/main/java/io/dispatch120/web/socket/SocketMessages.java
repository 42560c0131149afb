package io.dispatch120.web.socket;

import io.dispatch120.web.socket.Entry.BadMessage;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.OptionalLong;

/** Reads the messages of clients. */
public final class SocketMessages {
  private SocketMessages() {}

  /** For streams whose clients only confirm what they have: nothing is done with it. */
  public static Entry.Receiver acknowledgementsOnly() {
    return message -> {
      if (!"ack".equals(typeOf(message))) {
        throw new BadMessage("only ack is known here");
      }
      seqOf(message);
      return Future.succeededFuture();
    };
  }

  /**
   * The sequence number the client has everything up to, from the query parameter {@code since}.
   */
  public static OptionalLong since(HttpServerRequest request) throws BadMessage {
    String since = request.getParam("since");
    if (since == null) {
      return OptionalLong.empty();
    }
    // Long.parseLong alone would take a sign and the digits of every script.
    if (!since.matches("[0-9]{1,18}")) {
      throw new BadMessage("since is a sequence number");
    }
    return OptionalLong.of(Long.parseLong(since));
  }

  /** The message as a JSON object. */
  static JsonObject parse(String text) throws BadMessage {
    try {
      return new JsonObject(text);
    } catch (DecodeException e) {
      throw new BadMessage("a message is a JSON object");
    }
  }

  /** What kind of message it is. */
  public static String typeOf(JsonObject message) throws BadMessage {
    if (message.getValue("type") instanceof String type) {
      return type;
    }
    throw new BadMessage("a message has a type");
  }

  /** The sequence number of an {@code ack}. */
  public static long seqOf(JsonObject message) throws BadMessage {
    if (message.getValue("seq") instanceof Number seq
        && (seq instanceof Integer || seq instanceof Long)
        && seq.longValue() >= 0) {
      return seq.longValue();
    }
    throw new BadMessage("seq is a sequence number");
  }
}
