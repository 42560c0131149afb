package io.dispatch120.dispatch.ecg.wave;

import java.util.Arrays;

/**
 * Samples of one lead while it is read, and how they become 16-bit ones. Nothing is clipped: what
 * does not fit gets a coarser unit, what is no whole number a finer one. Not thread-safe.
 */
public final class SampleBuffer {
  /** -32768 says that a sample is missing. */
  private static final int MOST = Short.MAX_VALUE;

  /** No amplifier tells less apart; a finer unit would only invite numbers too small to handle. */
  private static final double FINEST_NANOVOLTS = 1;

  /** A defibrillator gives some kilovolts; what is beyond is no voltage at all. */
  private static final double ABSURD_NANOVOLTS = 1e13;

  /** As many decimals as a text can have before range decides about the unit. */
  private static final int[] POWERS = {1, 10, 100, 1_000, 10_000};

  private static final double ROUNDING = 1e-6;

  private double[] values = new double[1024];
  private int length;

  /** Adds a sample; NaN is a missing one. Amortized constant time. */
  public void add(double value) throws EcgUnreadable {
    if (length == values.length) {
      if (length >= EcgLimits.MAX_LEAD_SAMPLES) {
        throw new EcgUnreadable(
            EcgFault.TOO_LONG,
            "A lead has more than "
                + EcgLimits.MAX_LEAD_SAMPLES
                + " samples: export a shorter part of the recording.");
      }
      values = Arrays.copyOf(values, Math.min(length * 2, EcgLimits.MAX_LEAD_SAMPLES));
    }
    values[length++] = value;
  }

  public int length() {
    return length;
  }

  public double at(int index) {
    return values[index];
  }

  /** Forgets all samples and keeps the room. */
  public void clear() {
    length = 0;
  }

  /**
   * Makes a lead of it. Linear.
   *
   * @param nanovolts what 1.0 stands for
   * @throws EcgUnreadable when the numbers are no voltages
   */
  public EcgLead toLead(String name, double startSeconds, double nanovolts) throws EcgUnreadable {
    if (!(nanovolts >= 1e-3 && nanovolts <= 1e9)) {
      throw new EcgUnreadable(
          EcgFault.SCALE_UNUSABLE,
          "The scale of lead " + name + " is no voltage: export the ECG again, or as PDF.");
    }
    double most = largest(name, nanovolts);
    double unit = unit(most, nanovolts);
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      samples[i] = Double.isNaN(values[i]) ? EcgLead.MISSING : (short) Math.rint(values[i] / unit);
    }
    return new EcgLead(name, startSeconds, nanovolts * unit, samples);
  }

  private double largest(String name, double nanovolts) throws EcgUnreadable {
    double most = 0;
    for (int i = 0; i < length; i++) {
      double size = Math.abs(values[i]);
      if (size > most) {
        most = size;
      }
    }
    if (most * nanovolts > ABSURD_NANOVOLTS) {
      throw new EcgUnreadable(
          EcgFault.SCALE_UNUSABLE,
          "Lead " + name + " holds numbers that are no voltages: export the ECG again, or as PDF.");
    }
    return most;
  }

  /** What one unit is, in the buffer's own. */
  private double unit(double most, double nanovolts) {
    for (int power : POWERS) {
      if (areWhole(power)) {
        double steps = most * power;
        return Math.max(1, Math.ceil(steps / MOST)) / power;
      }
    }
    return Math.max(most / MOST, FINEST_NANOVOLTS / nanovolts);
  }

  private boolean areWhole(int power) {
    for (int i = 0; i < length; i++) {
      double scaled = values[i] * power;
      if (Math.abs(scaled - Math.rint(scaled)) > ROUNDING) {
        return false;
      }
    }
    return true;
  }
}
