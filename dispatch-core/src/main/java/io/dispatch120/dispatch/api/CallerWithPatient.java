package io.dispatch120.dispatch.api;

/**
 * Whether the phone is where the patient is; {@code NO} keeps its fixes from becoming the position.
 */
public enum CallerWithPatient {
  YES,
  NO,
  UNKNOWN
}
