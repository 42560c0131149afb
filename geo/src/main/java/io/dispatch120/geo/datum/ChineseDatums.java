package io.dispatch120.geo.datum;

import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.datum.ShiftFormulas.Degrees;
import java.util.function.UnaryOperator;

/**
 * GCJ-02 and BD-09 by the public formulas, inverted by iteration; CGCS2000 as WGS 84. Stateless.
 *
 * <p>The shift applies inside {@link ChinaOutline} only and elsewhere coordinates pass unchanged.
 * There and back is exact within a centimetre anywhere inside, and anywhere more than 2 km outside;
 * in the strip just outside a shifted position can not be told from an unshifted one, and is taken
 * for shifted.
 *
 * <p>CGCS2000 and WGS 84 share ellipsoid (to 0.1 mm) and origin; their frames have drifted apart by
 * some centimetres a year of plate motion since 2000, well below what a phone or a vehicle can
 * tell. GeoTools, asked for EPSG:4490 to EPSG:4326, changes nothing by a centimetre either; a test
 * holds that.
 */
public final class ChineseDatums implements Datums {

  /** 1e-10 degrees are 0.01 mm. */
  private static final double PRECISION_DEGREES = 1e-10;

  /**
   * Three steps give 0.04 mm in Changsha, five or six the precision asked for; the rest is a cap.
   */
  private static final int MAX_STEPS = 20;

  /**
   * No shift reaches this far inside China (BD-09: about 0.012 degrees); beyond, nothing can be
   * shifted.
   */
  private static final double LONGEST_SHIFT_DEGREES = 0.05;

  @Override
  public LngLat toWgs84(LngLat point, Datum from) {
    return switch (from) {
      case WGS84, CGCS2000 -> point;
      case GCJ02 -> unshifted(point, ShiftFormulas::gcj02);
      case BD09 -> unshifted(point, ShiftFormulas::bd09);
    };
  }

  @Override
  public LngLat fromWgs84(LngLat point, Datum to) {
    return switch (to) {
      case WGS84, CGCS2000 -> point;
      case GCJ02 -> shifted(point, ShiftFormulas::gcj02);
      case BD09 -> shifted(point, ShiftFormulas::bd09);
    };
  }

  private static LngLat shifted(LngLat point, UnaryOperator<Degrees> shift) {
    if (!ChinaOutline.contains(point)) {
      return point;
    }
    Degrees shifted = shift.apply(new Degrees(point.lng(), point.lat()));
    return new LngLat(shifted.lng(), shifted.lat());
  }

  private static LngLat unshifted(LngLat point, UnaryOperator<Degrees> shift) {
    Degrees inverse = inverse(new Degrees(point.lng(), point.lat()), shift);
    if (!(Math.abs(inverse.lng() - point.lng()) < LONGEST_SHIFT_DEGREES
        && Math.abs(inverse.lat() - point.lat()) < LONGEST_SHIFT_DEGREES)) {
      // The formulas run wild far from China, NaN included.
      return point;
    }
    LngLat candidate = new LngLat(inverse.lng(), inverse.lat());
    return ChinaOutline.containsCalculated(candidate) || ChinaOutline.contains(point)
        ? candidate
        : point;
  }

  /**
   * Fixed-point iteration: the shift varies slowly, so each step shrinks the error some
   * hundredfold.
   */
  private static Degrees inverse(Degrees target, UnaryOperator<Degrees> shift) {
    Degrees guess = target;
    for (int step = 0; step < MAX_STEPS; step++) {
      Degrees reached = shift.apply(guess);
      double lngError = target.lng() - reached.lng();
      double latError = target.lat() - reached.lat();
      guess = new Degrees(guess.lng() + lngError, guess.lat() + latError);
      if (Math.abs(lngError) < PRECISION_DEGREES && Math.abs(latError) < PRECISION_DEGREES) {
        return guess;
      }
    }
    return guess;
  }
}
