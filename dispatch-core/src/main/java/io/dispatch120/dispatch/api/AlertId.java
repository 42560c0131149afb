package io.dispatch120.dispatch.api;

/** Identity of an alert (告警). */
public record AlertId(String value) implements Id {
  public AlertId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
