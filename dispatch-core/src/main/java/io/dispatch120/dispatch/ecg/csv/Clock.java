package io.dispatch120.dispatch.ecg.csv;

import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.ecg.wave.EcgDraft;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgLimits;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import io.dispatch120.dispatch.ecg.wave.SampleBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where each row belongs in time, from a column of times. Times are often rounded, and rows may be
 * missing: then a gap stays, so that what comes after it is not drawn too early.
 */
final class Clock {
  /** Steps in seconds below this, in milliseconds above: 50 a second are 0.02 s or 20 ms. */
  private static final double SECONDS_BELOW = 0.1;

  /** A row may be this much of a step beside its place. */
  private static final double ROUNDING = 0.75;

  private final double stepSeconds;
  private final int @Nullable [] places;

  /**
   * @param stepSeconds between samples
   * @param places the sample's place of each row, rising; null when rows follow each other
   */
  private Clock(double stepSeconds, int @Nullable [] places) {
    this.stepSeconds = stepSeconds;
    this.places = places;
  }

  /** Rows that follow each other. */
  static Clock even(double stepSeconds) {
    return new Clock(stepSeconds, null);
  }

  double stepSeconds() {
    return stepSeconds;
  }

  /** The samples of a column at their places, with missing ones in gaps. Linear. */
  SampleBuffer spread(SampleBuffer samples) throws EcgUnreadable {
    if (places == null) {
      return samples;
    }
    SampleBuffer spread = new SampleBuffer();
    for (int i = 0; i < places.length; i++) {
      while (spread.length() < places[i]) {
        spread.add(Double.NaN);
      }
      spread.add(samples.at(i));
    }
    return spread;
  }

  /**
   * Linear, but for the median of the steps.
   *
   * @param unit seconds of 1.0, or NaN
   */
  static Clock of(SampleBuffer times, double unit, EcgDraft draft) throws EcgUnreadable {
    int rows = times.length();
    if (rows < 2) {
      throw new EcgUnreadable(
          EcgFault.NO_LEADS, "There are fewer than two rows of samples: export the ECG again.");
    }
    double first = times.at(0);
    double mean = (times.at(rows - 1) - first) / (rows - 1);
    if (!(mean > 0)) {
      throw backwards();
    }
    double seconds = unit;
    if (Double.isNaN(unit)) {
      seconds = mean < SECONDS_BELOW ? 1 : 1e-3;
      draft.warn(
          EcgWarningCode.TIME_UNIT_ASSUMED,
          "The time column does not say its unit; "
              + (seconds == 1 ? "seconds" : "milliseconds")
              + " were taken.");
    }
    if (isEven(times, first, mean)) {
      return new Clock(mean * seconds, null);
    }
    return gapped(times, first, seconds, draft);
  }

  private static boolean isEven(SampleBuffer times, double first, double step) {
    for (int i = 0; i < times.length(); i++) {
      if (!(Math.abs(times.at(i) - first - i * step) <= ROUNDING * step)) {
        return false;
      }
    }
    return true;
  }

  private static Clock gapped(SampleBuffer times, double first, double seconds, EcgDraft draft)
      throws EcgUnreadable {
    double step = medianStep(times);
    int[] places = new int[times.length()];
    for (int i = 1; i < places.length; i++) {
      double place = Math.rint((times.at(i) - first) / step);
      if (!(place > places[i - 1])) {
        throw backwards();
      }
      if (place >= EcgLimits.MAX_LEAD_SAMPLES) {
        throw new EcgUnreadable(
            EcgFault.TOO_LONG,
            "The times of the rows spread over more than is read: export a shorter part.");
      }
      places[i] = (int) place;
    }
    draft.warn(
        EcgWarningCode.SAMPLES_MISSING,
        "The times of the rows have gaps, which are shown as such.");
    return new Clock(step * seconds, places);
  }

  private static double medianStep(SampleBuffer times) throws EcgUnreadable {
    double[] steps = new double[times.length() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = times.at(i + 1) - times.at(i);
      if (!(steps[i] > 0)) {
        throw backwards();
      }
    }
    Arrays.sort(steps);
    return steps[steps.length / 2];
  }

  private static EcgUnreadable backwards() {
    return new EcgUnreadable(
        EcgFault.DAMAGED,
        "The times of the rows do not rise, or one is missing: export the ECG again, or as PDF.");
  }
}
