package io.dispatch120.dispatch.api;

/** What became of one level that was told. */
public enum EscalationState {
  /** Told; the deadline runs. */
  PENDING,
  ACCEPTED,
  /** This level said that the hospital cannot take the patient. */
  REFUSED,
  /** Nobody answered in time; the next level was told. */
  ESCALATED,
  /** Nobody answered in time, and there is no next level. */
  EXHAUSTED,
  /** No answer is needed any more. */
  CANCELLED
}
