package io.dispatch120.dispatch.api;

/** What a signed-in person or program may do. */
public enum Role {
  DISPATCHER,
  SUPERVISOR,
  STATION,
  CREW,
  RESPONDER,
  HOSPITAL,
  ADMIN,
  OBSERVER,
  INTEGRATION
}
