package io.dispatch120.web;

import io.dispatch120.dispatch.api.Refusal;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An error answer as RFC 9457 wants it. {@code code} is stable and part of the external contract;
 * {@code detail} is for people and holds nothing personal.
 *
 * @param errors the fields that are wrong, empty when it is not about fields
 * @param headers further headers of the answer, such as {@code Retry-After}
 */
public record Problem(
    int status, String code, String detail, List<FieldError> errors, Map<String, String> headers) {

  public static final String CONTENT_TYPE = "application/problem+json";

  /**
   * @param field the JSON field ({@code location.lng}, {@code positions[3].at}) or the parameter
   */
  public record FieldError(String field, String message) {}

  public Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), Map.of());
  }

  /** Fields or parameters that break the contract: 400. */
  public static Problem invalid(List<FieldError> errors) {
    String first = errors.get(0).field() + " " + errors.get(0).message();
    return new Problem(400, "invalid_request", first, errors, Map.of());
  }

  /** One field that breaks the contract: 400. */
  public static Problem invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  public static Problem notFound(String detail) {
    return of(404, "not_found", detail);
  }

  public static Problem of(Refusal refusal) {
    return of(
        refusal.code().status(), refusal.code().name().toLowerCase(Locale.ROOT), refusal.detail());
  }

  public static Problem keyReused() {
    return of(422, "idempotency_key_reused", "This Idempotency-Key came with another body before.");
  }

  public static Problem rateLimited(long retryAfterSeconds) {
    return of(429, "rate_limited", "Too many attempts; try again later.")
        .with("Retry-After", Long.toString(Math.max(1, retryAfterSeconds)));
  }

  public Problem with(String header, String value) {
    return new Problem(status, code, detail, errors, Map.of(header, value));
  }

  /** To fail a future or a routing context with. */
  public ProblemException asException() {
    return new ProblemException(this);
  }

  Buffer toBuffer() {
    JsonObject json =
        new JsonObject()
            .put("type", "urn:dispatch120:problem:" + code)
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status)
            .put("detail", detail)
            .put("code", code);
    if (!errors.isEmpty()) {
      JsonArray fields = new JsonArray();
      for (FieldError error : errors) {
        fields.add(new JsonObject().put("field", error.field()).put("message", error.message()));
      }
      json.put("errors", fields);
    }
    return json.toBuffer();
  }
}
