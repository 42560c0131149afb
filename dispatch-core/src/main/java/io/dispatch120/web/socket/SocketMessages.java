package io.dispatch120.web.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.web.JsonBody;
import io.dispatch120.web.ProblemException;
import io.dispatch120.web.socket.Entry.BadMessage;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
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
  static JsonNode parse(String text) throws BadMessage {
    try {
      JsonNode message = JsonBody.parse(text);
      if (message.isObject()) {
        return message;
      }
    } catch (ProblemException e) {
      // Said below, in the words of a socket.
    }
    throw new BadMessage("a message is a JSON object");
  }

  /** What kind of message it is. */
  public static String typeOf(JsonNode message) throws BadMessage {
    JsonNode type = message.path("type");
    if (!type.isTextual()) {
      throw new BadMessage("a message has a type");
    }
    return type.textValue();
  }

  /** The sequence number of an {@code ack}. */
  public static long seqOf(JsonNode message) throws BadMessage {
    JsonNode seq = message.path("seq");
    if (!seq.isIntegralNumber() || !seq.canConvertToLong() || seq.longValue() < 0) {
      throw new BadMessage("seq is a sequence number");
    }
    return seq.longValue();
  }
}
