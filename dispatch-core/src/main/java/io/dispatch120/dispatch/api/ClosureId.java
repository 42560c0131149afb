package io.dispatch120.dispatch.api;

/** Identity of a road closure (道路封闭). */
public record ClosureId(String value) implements Id {
  public ClosureId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
