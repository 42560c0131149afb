package io.dispatch120.dispatch.api;

/** Identity of a patient (患者). */
public record PatientId(String value) implements Id {
  public PatientId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
