package io.dispatch120.geo.index;

import org.locationtech.jts.geom.Envelope;

/**
 * A cap of the sphere that holds every point of an envelope: its center, and the longest chord from
 * there. It gives a lower bound of the distance to anything inside at the price of one square root.
 */
record Cap(UnitVector center, double chordRadius) {

  /**
   * What rounding may do to a chord, with a wide margin: 1e-12 of the Earth's radius is 6
   * micrometres. Bounds are loosened by it, so a wrong last digit costs a comparison and never an
   * answer.
   */
  static final double ROUNDING = 1e-12;

  /** No two points of the unit sphere are farther apart. */
  static final double LONGEST_CHORD = 2;

  /** The cap of an envelope in degrees of longitude (x) and latitude (y). Constant time. */
  static Cap around(Envelope envelope) {
    UnitVector center =
        UnitVector.of(
            (envelope.getMinX() + envelope.getMaxX()) / 2,
            (envelope.getMinY() + envelope.getMaxY()) / 2);
    if (envelope.getWidth() > 180) {
      return new Cap(center, LONGEST_CHORD);
    }
    // From the middle meridian, distance grows along a parallel with the difference of longitude;
    // along a meridian up to 90 degrees away it is greatest at an end. So a corner is farthest.
    double farthest =
        Math.max(
            Math.max(
                center.chordTo(UnitVector.of(envelope.getMinX(), envelope.getMinY())),
                center.chordTo(UnitVector.of(envelope.getMinX(), envelope.getMaxY()))),
            Math.max(
                center.chordTo(UnitVector.of(envelope.getMaxX(), envelope.getMinY())),
                center.chordTo(UnitVector.of(envelope.getMaxX(), envelope.getMaxY()))));
    return new Cap(center, farthest + ROUNDING);
  }

  /** A chord that no point of the cap is nearer than; zero or less inside. */
  double leastChordTo(UnitVector point) {
    return center.chordTo(point) - chordRadius;
  }
}
