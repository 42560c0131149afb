package io.dispatch120.dispatch.api;

/**
 * Where a position comes from, with the 95 % radius assumed when the source gives none. The radii
 * are conservative planning figures, to be replaced by a centre's own experience.
 */
public enum FixSource {
  /** A dispatcher's pin. */
  CONFIRMED(20),
  /** The location-sharing link (GNSS or Wi-Fi of the phone). */
  LINK(50),
  /** Advanced Mobile Location. */
  AML(100),
  /** The mobile network's positioning service. */
  CARRIER(300),
  /** A geocoded address. */
  ADDRESS(150),
  /** The serving cell only. */
  CELL(2_000);

  private final double defaultRadiusMeters;

  FixSource(double defaultRadiusMeters) {
    this.defaultRadiusMeters = defaultRadiusMeters;
  }

  public double defaultRadiusMeters() {
    return defaultRadiusMeters;
  }

  /** Whether the fix tells where the phone is, which need not be where the patient is. */
  public boolean ofPhone() {
    return this == LINK || this == AML || this == CARRIER || this == CELL;
  }
}
