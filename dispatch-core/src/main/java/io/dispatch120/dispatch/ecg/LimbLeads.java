package io.dispatch120.dispatch.ecg;

import io.dispatch120.dispatch.ecg.wave.EcgLead;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import io.dispatch120.dispatch.ecg.wave.SampleBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The limb leads that follow from leads I and II, by Einthoven and Goldberger: III = II − I, aVR =
 * −(I + II) / 2, aVL = I − II / 2, aVF = II − I / 2.
 */
final class LimbLeads {
  /** Of a derived lead: how much of twice I and of twice II. */
  private record Sum(String name, int ofFirst, int ofSecond) {}

  private static final List<Sum> SUMS =
      List.of(
          new Sum("III", -2, 2),
          new Sum("aVR", -1, -1),
          new Sum("aVL", 2, -1),
          new Sum("aVF", -1, 2));

  private LimbLeads() {}

  /** Those that the waveform lacks and that can be computed; none without I and II side by side. */
  static List<EcgLead> derive(EcgWaveform waveform) {
    EcgLead first = waveform.findLead("I").orElse(null);
    EcgLead second = waveform.findLead("II").orElse(null);
    if (first == null || second == null || first.startSeconds() != second.startSeconds()) {
      return List.of();
    }
    List<EcgLead> derived = new ArrayList<>();
    try {
      for (Sum sum : SUMS) {
        if (waveform.findLead(sum.name()).isEmpty()) {
          derived.add(derive(sum, first, second));
        }
      }
    } catch (EcgUnreadable e) {
      // The sums go beyond what is a voltage: what was recorded is shown alone.
      return List.of();
    }
    return derived;
  }

  private static EcgLead derive(Sum sum, EcgLead first, EcgLead second) throws EcgUnreadable {
    double unit = first.nanovoltsPerUnit();
    double ratio = second.nanovoltsPerUnit() / unit;
    SampleBuffer halves = new SampleBuffer();
    int length = Math.min(first.length(), second.length());
    for (int i = 0; i < length; i++) {
      short one = first.at(i);
      short two = second.at(i);
      halves.add(
          one == EcgLead.MISSING || two == EcgLead.MISSING
              ? Double.NaN
              : sum.ofFirst() * one + sum.ofSecond() * two * ratio);
    }
    return halves.toLead(sum.name(), first.startSeconds(), unit / 2);
  }
}
