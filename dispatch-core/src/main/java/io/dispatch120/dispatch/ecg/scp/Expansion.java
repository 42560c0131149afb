package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.ecg.scp.Beats.Zone;
import java.util.ArrayList;
import java.util.List;

/**
 * Bimodal compression undone: around beats samples were kept, between them each stands for the mean
 * of some. A mean belongs to the middle of what it was made of; between middles it is a straight
 * line.
 */
final class Expansion {
  /** Samples side by side, kept or reduced. */
  private record Run(int length, boolean kept) {}

  private final List<Run> runs = new ArrayList<>();
  private final int factor;
  private int stored;

  /**
   * @param factor how many samples made one
   */
  Expansion(LeadDefinition lead, List<Zone> kept, int factor) {
    this.factor = factor;
    long at = lead.first();
    for (Zone zone : kept) {
      long first = Math.max(zone.first(), at);
      long last = Math.min(zone.last(), lead.last());
      if (last >= first) {
        add((int) (first - at), false);
        add((int) (last - first + 1), true);
        at = last + 1;
      }
    }
    add((int) (lead.last() - at + 1), false);
  }

  private void add(int length, boolean kept) {
    if (length > 0) {
      runs.add(new Run(length, kept));
      stored += kept ? length : (length + factor - 1) / factor;
    }
  }

  /** How many samples the file holds for the lead. */
  int stored() {
    return stored;
  }

  /** All samples at the full rate. Linear. */
  int[] expand(int[] from, int length) {
    int[] all = new int[length];
    int in = 0;
    int out = 0;
    for (Run run : runs) {
      if (run.kept()) {
        System.arraycopy(from, in, all, out, run.length());
        in += run.length();
      } else {
        int means = (run.length() + factor - 1) / factor;
        for (int i = 0; i < run.length(); i++) {
          all[out + i] = between(from, in, means, i);
        }
        in += means;
      }
      out += run.length();
    }
    return all;
  }

  private int between(int[] from, int first, int means, int i) {
    double place = (i - (factor - 1) / 2.0) / factor;
    int left = (int) Math.floor(place);
    if (left < 0) {
      return from[first];
    }
    if (left >= means - 1) {
      return from[first + means - 1];
    }
    int value = from[first + left];
    return (int) Math.rint(value + (place - left) * (from[first + left + 1] - value));
  }
}
