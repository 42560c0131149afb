package io.dispatch120.dispatch.ecg.wave;

import java.util.Arrays;
import java.util.Base64;

/** The samples of one lead. Immutable. */
public final class EcgLead {
  /** Stands for a sample that is not there. */
  public static final short MISSING = Short.MIN_VALUE;

  private final String name;
  private final double startSeconds;
  private final double nanovoltsPerUnit;
  private final short[] samples;

  /**
   * @param samples not copied: whoever gives it away must not keep it
   */
  EcgLead(String name, double startSeconds, double nanovoltsPerUnit, short[] samples) {
    this.name = name;
    this.startSeconds = startSeconds;
    this.nanovoltsPerUnit = nanovoltsPerUnit;
    this.samples = samples;
  }

  /** The same samples at another place in the recording. */
  public EcgLead startingAt(double seconds) {
    return new EcgLead(name, seconds, nanovoltsPerUnit, samples);
  }

  public String name() {
    return name;
  }

  /** Where it begins, counted from the beginning of the recording. */
  public double startSeconds() {
    return startSeconds;
  }

  /** What one unit of a sample stands for. */
  public double nanovoltsPerUnit() {
    return nanovoltsPerUnit;
  }

  /** Number of samples. */
  public int length() {
    return samples.length;
  }

  /** In units, or {@link #MISSING}. */
  public short at(int index) {
    return samples[index];
  }

  /** NaN for a missing sample. */
  public double nanovoltsAt(int index) {
    short sample = samples[index];
    return sample == MISSING ? Double.NaN : sample * nanovoltsPerUnit;
  }

  /** Whether all samples that are there are the same. */
  public boolean isFlat() {
    short first = MISSING;
    for (short sample : samples) {
      if (first == MISSING) {
        first = sample;
      } else if (sample != first && sample != MISSING) {
        return false;
      }
    }
    return true;
  }

  /** All samples, signed and little-endian, in base64. */
  public String base64() {
    byte[] bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EcgLead lead
        && name.equals(lead.name)
        && startSeconds == lead.startSeconds
        && nanovoltsPerUnit == lead.nanovoltsPerUnit
        && Arrays.equals(samples, lead.samples);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(samples);
  }

  @Override
  public String toString() {
    return name + "[" + samples.length + "]";
  }
}
