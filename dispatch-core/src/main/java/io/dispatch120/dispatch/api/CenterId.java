package io.dispatch120.dispatch.api;

/** Identity of a dispatch centre (调度中心); the unit of sharding. */
public record CenterId(String value) implements Id {
  public CenterId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
