package io.dispatch120.dispatch.ecg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Made twelve leads of somebody who never was: sinus rhythm of 75 a minute, ST elevation in V2 to
 * V4 with mirrored depression in III, the picture of an anterior infarction. Waves are bell curves,
 * so it shows what has to be shown, and nothing of a real heart.
 */
final class SyntheticEcg {
  static final int NANOVOLTS = 2_500;

  private static final double BEAT_SECONDS = 0.8;

  /** Amplitudes in mV of P, Q, R, S, J-ST, T. */
  private static final Map<String, double[]> WAVES = new LinkedHashMap<>();

  static {
    WAVES.put("I", new double[] {0.08, -0.05, 0.60, -0.10, 0.05, 0.20});
    WAVES.put("II", new double[] {0.12, -0.05, 0.80, -0.15, -0.05, 0.22});
    WAVES.put("V1", new double[] {0.06, 0.00, 0.20, -0.90, 0.08, 0.10});
    WAVES.put("V2", new double[] {0.06, -0.10, 0.30, -1.10, 0.32, 0.60});
    WAVES.put("V3", new double[] {0.06, -0.20, 0.50, -0.80, 0.38, 0.75});
    WAVES.put("V4", new double[] {0.06, -0.20, 0.90, -0.40, 0.28, 0.60});
    WAVES.put("V5", new double[] {0.06, -0.05, 1.10, -0.20, 0.06, 0.35});
    WAVES.put("V6", new double[] {0.06, -0.05, 0.90, -0.10, 0.02, 0.25});
  }

  /** Centre and width in seconds of P, Q, R, S, J-ST, T within a beat. */
  private static final double[][] SHAPES = {
    {0.16, 0.025}, {0.285, 0.008}, {0.31, 0.011}, {0.335, 0.010}, {0.42, 0.045}, {0.56, 0.050}
  };

  private final Map<String, short[]> leads = new LinkedHashMap<>();
  private final int rate;

  private SyntheticEcg(int rate) {
    this.rate = rate;
  }

  static SyntheticEcg of(int rate, int samples) {
    SyntheticEcg ecg = new SyntheticEcg(rate);
    for (Map.Entry<String, double[]> lead : WAVES.entrySet()) {
      short[] trace = new short[samples];
      for (int i = 0; i < samples; i++) {
        double millivolts = at(lead.getValue(), i / (double) rate);
        trace[i] = (short) Math.rint(millivolts * 1e6 / NANOVOLTS / 2);
        trace[i] = (short) (2 * trace[i]);
      }
      ecg.leads.put(lead.getKey(), trace);
    }
    ecg.derive();
    return ecg;
  }

  /** Even numbers, so that halves are exact. */
  private void derive() {
    short[] one = get("I");
    short[] two = get("II");
    short[][] limbs = new short[4][one.length];
    for (int i = 0; i < one.length; i++) {
      limbs[0][i] = (short) (two[i] - one[i]);
      limbs[1][i] = (short) (-(one[i] + two[i]) / 2);
      limbs[2][i] = (short) (one[i] - two[i] / 2);
      limbs[3][i] = (short) (two[i] - one[i] / 2);
    }
    leads.put("III", limbs[0]);
    leads.put("aVR", limbs[1]);
    leads.put("aVL", limbs[2]);
    leads.put("aVF", limbs[3]);
  }

  private static double at(double[] amplitudes, double seconds) {
    double inBeat = seconds % BEAT_SECONDS;
    double sum = 0;
    for (int wave = 0; wave < amplitudes.length; wave++) {
      double off = (inBeat - SHAPES[wave][0]) / SHAPES[wave][1];
      sum += amplitudes[wave] * Math.exp(-off * off / 2);
    }
    return sum;
  }

  int rate() {
    return rate;
  }

  short[] get(String lead) {
    return leads.get(lead);
  }

  /** In the usual order. */
  List<String> names() {
    return new ArrayList<>(
        List.of("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"));
  }
}
