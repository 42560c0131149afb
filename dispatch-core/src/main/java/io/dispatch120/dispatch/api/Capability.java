package io.dispatch120.dispatch.api;

/** What a unit can do. */
public enum Capability {
  BLS,
  ALS,
  ICU,
  NEONATAL,
  NEGATIVE_PRESSURE,
  ECG12
}
