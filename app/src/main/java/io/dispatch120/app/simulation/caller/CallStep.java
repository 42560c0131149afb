package io.dispatch120.app.simulation.caller;

import io.dispatch120.geo.api.LngLat;
import java.time.Duration;

/** Something that happens after a call came in; {@link #after} counts from then. */
public sealed interface CallStep {
  Duration after();

  /** The colleague has heard the address and how bad it is. */
  record Complete(Duration after, String address, String priority, String callerWithPatient)
      implements CallStep {}

  /** The colleague puts the pin where the patient is, because the caller is elsewhere. */
  record Pin(Duration after, LngLat position) implements CallStep {}

  /** The caller opens the link. */
  record Open(Duration after) implements CallStep {}

  /** The caller's page tells where the phone is. */
  record Locate(Duration after, LngLat position, double radiusMeters) implements CallStep {}

  /** The caller answers whether the patient is there. */
  record Presence(Duration after, boolean withPatient) implements CallStep {}

  /** The caller writes. */
  record Write(Duration after, String text) implements CallStep {}
}
