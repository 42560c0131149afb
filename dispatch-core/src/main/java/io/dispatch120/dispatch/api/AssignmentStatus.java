package io.dispatch120.dispatch.api;

/** The last milestone of an assignment, or how it ended early. */
public enum AssignmentStatus {
  ASSIGNED,
  ACKNOWLEDGED,
  EN_ROUTE,
  ON_SCENE,
  PATIENT_CONTACT,
  TRANSPORTING,
  AT_HOSPITAL,
  HANDED_OVER,
  CLEARED,
  DECLINED,
  CANCELLED
}
