package io.dispatch120.dispatch.api;

/** Identity of a unit (急救单元), like A12. */
public record UnitId(String value) implements Id, Comparable<UnitId> {
  public UnitId {
    Id.check(value);
  }

  @Override
  public int compareTo(UnitId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
