package io.dispatch120.dispatch.api;

/** Identity of a pre-alert (预警). */
public record PreAlertId(String value) implements Id {
  public PreAlertId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
