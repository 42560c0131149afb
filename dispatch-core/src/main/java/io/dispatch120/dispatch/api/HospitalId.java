package io.dispatch120.dispatch.api;

/** Identity of a hospital (医院). */
public record HospitalId(String value) implements Id {
  public HospitalId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
