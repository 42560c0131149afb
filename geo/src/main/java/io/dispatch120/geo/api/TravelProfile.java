package io.dispatch120.geo.api;

/** Who travels. */
public enum TravelProfile {
  /** An ambulance with lights and siren. */
  AMBULANCE,
  /** A person on foot, as a bystander who fetches an AED. */
  WALKING
}
