package io.dispatch120.load;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the product.
 *
 * @param body missing node when there was none
 * @param replayed whether it was the first answer again, to a repeated idempotency key
 */
public record Answer(int status, JsonNode body, boolean replayed) {

  public boolean accepted() {
    return status >= 200 && status < 300;
  }

  /** The stable code of a problem, empty for all else. */
  public String code() {
    return accepted() ? "" : body.path("code").asText();
  }

  /** A text of the body by its JSON pointer, such as {@code /call/id}. */
  public String text(String pointer) {
    JsonNode value = body.at(pointer);
    if (!value.isTextual()) {
      throw new IllegalStateException("no text at " + pointer + " in " + status + " " + body);
    }
    return value.asText();
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
