package io.dispatch120.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that keeps the contract: every parameter and field has been checked. Immutable, so it
 * may be used on any thread.
 *
 * @param path as requested, without the query
 * @param contentType the header as sent, with its parameters
 * @param accept the header as sent
 * @param token the session's token, null on open operations without one
 * @param user who is signed in, null on open operations
 * @param fields the body's; none without a body
 */
public record Request(
    String operationId,
    String method,
    String path,
    @Nullable String contentType,
    @Nullable String accept,
    @Nullable String token,
    @Nullable SessionUser user,
    Map<String, JsonNode> parameters,
    Fields fields,
    Buffer body) {

  private static final String KEY_HEADER = "Idempotency-Key";

  /** The signed-in user of an operation that is not open. */
  public SessionUser session() {
    return Objects.requireNonNull(user, "an open operation has no session");
  }

  /** Of a path or query parameter that is required. */
  public String parameter(String name) {
    return Objects.requireNonNull(parameters.get(name), name).asText();
  }

  public @Nullable String parameterOrNull(String name) {
    JsonNode value = parameters.get(name);
    return value == null ? null : value.asText();
  }

  /** Of a parameter that may be repeated; empty when it is not given. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    JsonNode value = parameters.get(name);
    if (value != null) {
      value.forEach(item -> texts.add(item.asText()));
    }
    return texts;
  }

  public boolean flag(String name, boolean otherwise) {
    JsonNode value = parameters.get(name);
    return value == null ? otherwise : value.booleanValue();
  }

  public int integer(String name, int otherwise) {
    JsonNode value = parameters.get(name);
    return value == null ? otherwise : value.intValue();
  }

  public long longInteger(String name, long otherwise) {
    JsonNode value = parameters.get(name);
    return value == null ? otherwise : value.longValue();
  }

  /** Of a query parameter that is required; finite. */
  public double number(String name) {
    return Objects.requireNonNull(parameters.get(name), name).doubleValue();
  }

  public @Nullable Instant instantOrNull(String name) {
    JsonNode value = parameters.get(name);
    return value == null ? null : SchemaRules.instant(value.asText());
  }

  public <E extends Enum<E>> @Nullable E choiceOrNull(String name, Class<E> type) {
    JsonNode value = parameters.get(name);
    return value == null ? null : Enum.valueOf(type, value.asText().toUpperCase(Locale.ROOT));
  }

  /** Of a query parameter that is required. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return Objects.requireNonNull(choiceOrNull(name, type), name);
  }

  /** Whether {@code Accept} names this media type, which is then what the client wants. */
  public boolean accepts(String mediaType) {
    return accept != null && accept.toLowerCase(Locale.ROOT).contains(mediaType);
  }

  /** The identity of this request as a command of {@code scope}, who is asking. */
  public RequestKey key(String scope) {
    return key(scope, body);
  }

  /**
   * As {@link #key(String)}, for a body with a field that is another one at every repetition, such
   * as when it was sent: it does not make another request of it.
   */
  public RequestKey keyWithout(String field, String scope) {
    JsonObject kept = body.length() == 0 ? new JsonObject() : new JsonObject(body);
    kept.remove(field);
    return key(scope, kept.toBuffer());
  }

  private RequestKey key(String scope, Buffer content) {
    String given = parameterOrNull(KEY_HEADER);
    UUID key = given == null ? null : UUID.fromString(given);
    return RequestKeys.of(scope, method, path, key, content);
  }
}
