package io.dispatch120.dispatch.api;

/** Identity of one level of a pre-alert that was told (逐级通知). */
public record EscalationId(String value) implements Id {
  public EscalationId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
