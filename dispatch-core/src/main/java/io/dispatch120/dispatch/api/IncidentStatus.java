package io.dispatch120.dispatch.api;

/** Where an incident stands, derived from its least-served patient; never set. */
public enum IncidentStatus {
  WAITING,
  ASSIGNED,
  EN_ROUTE,
  ON_SCENE,
  TRANSPORTING,
  AT_HOSPITAL,
  AWAITING_CLOSURE,
  CLOSED
}
