package io.dispatch120.dispatch.api;

/** What became of a pre-alert. */
public enum PreAlertState {
  /** A level has been told and its deadline runs. */
  WAITING,
  ACCEPTED,
  REFUSED,
  /** Every level was told and nobody answered. */
  EXHAUSTED,
  CANCELLED
}
