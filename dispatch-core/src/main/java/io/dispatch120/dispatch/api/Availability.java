package io.dispatch120.dispatch.api;

/** Whether a unit can be sent; derived, never set. */
public enum Availability {
  /** On duty at its station. */
  AVAILABLE,
  /** On duty and on the road. */
  AVAILABLE_MOBILE,
  /** In a live assignment. */
  COMMITTED,
  OUT_OF_SERVICE,
  OFF_DUTY
}
