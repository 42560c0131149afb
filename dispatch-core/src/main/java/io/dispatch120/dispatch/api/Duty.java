package io.dispatch120.dispatch.api;

/** What a unit's crew or a dispatcher declares of it; the availability follows from it. */
public enum Duty {
  AVAILABLE,
  OUT_OF_SERVICE,
  OFF_DUTY
}
