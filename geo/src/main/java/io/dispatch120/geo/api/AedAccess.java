package io.dispatch120.geo.api;

/** Who can get at an AED while its place is open. */
public enum AedAccess {
  /** Anybody, by themselves. */
  PUBLIC,
  /** Anybody, by asking the staff. */
  STAFFED,
  /** Only some people, for example residents or employees. */
  RESTRICTED
}
