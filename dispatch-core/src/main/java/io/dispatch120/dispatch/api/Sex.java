package io.dispatch120.dispatch.api;

/** A patient's sex as reported. */
public enum Sex {
  MALE,
  FEMALE,
  UNKNOWN
}
