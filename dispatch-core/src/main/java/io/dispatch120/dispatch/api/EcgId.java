package io.dispatch120.dispatch.api;

/** Identity of an electrocardiogram of a case. */
public record EcgId(String value) implements Id {
  public EcgId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
