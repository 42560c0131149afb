package io.dispatch120.dispatch.api;

/** The steps of an assignment, in their order; only forward, skipping allowed. */
public enum Milestone {
  ASSIGNED,
  ACKNOWLEDGED,
  EN_ROUTE,
  ON_SCENE,
  PATIENT_CONTACT,
  TRANSPORTING,
  AT_HOSPITAL,
  HANDED_OVER,
  CLEARED
}
