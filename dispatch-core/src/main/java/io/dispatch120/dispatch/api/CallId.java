package io.dispatch120.dispatch.api;

/** Identity of a call (呼叫). */
public record CallId(String value) implements Id {
  public CallId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
