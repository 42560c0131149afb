package io.dispatch120.dispatch.api;

/** Identity of an incident (事件). */
public record IncidentId(String value) implements Id {
  public IncidentId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
