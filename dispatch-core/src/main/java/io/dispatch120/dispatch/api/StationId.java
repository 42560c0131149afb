package io.dispatch120.dispatch.api;

/** Identity of a station (急救站). */
public record StationId(String value) implements Id {
  public StationId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
