package io.dispatch120.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers when it succeeds.
 *
 * @param view to be written as JSON, a {@code Buffer} as it is; null for an answer without a body
 */
public record Answer(int status, @Nullable Object view, Map<String, String> headers) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer ok(Object view) {
    return new Answer(200, view, Map.of());
  }

  public static Answer created(Object view) {
    return new Answer(201, view, Map.of());
  }

  public static Answer of(int status, Object view) {
    return new Answer(status, view, Map.of());
  }

  public static Answer noContent() {
    return new Answer(204, null, Map.of());
  }

  /** The client has it already, see {@link EntityTag}. */
  public static Answer notModified() {
    return new Answer(304, null, Map.of());
  }

  public Answer with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Answer(status, view, all);
  }

  /** Marks the answer as a repetition of the first one. */
  public Answer replayed(boolean replayed) {
    return replayed ? with("Idempotency-Replayed", "true") : this;
  }
}
