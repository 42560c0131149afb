package io.dispatch120.geo.api;

import java.time.ZonedDateTime;

/** When a place is open. Immutable, safe for many threads. */
public interface OpeningHours {

  /** What is known for a moment. */
  enum State {
    OPEN,
    CLOSED,
    /** Hours not given, not readable or contradictory: never to be shown as open. */
    UNKNOWN
  }

  /** The state at a moment, by the wall clock of the zone it carries. */
  State at(ZonedDateTime local);
}
