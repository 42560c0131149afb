package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.ecg.wave.EcgDraft;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import io.dispatch120.dispatch.ecg.wave.SampleBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sections 3 to 6 together: the rhythm as it was recorded. */
final class Rhythm {
  /** The standard reduces by up to four. */
  private static final int MOST_REDUCED = 4;

  /** From version 3.0 on the flag is no longer one. */
  private static final int WITHOUT_BIMODAL = 30;

  private final SampleCodes codes;
  private final List<LeadDefinition> leads;
  private final Traces rhythm;
  private final @Nullable Traces reference;
  private final @Nullable Beats beats;
  private final boolean reduced;
  private final int factor;

  Rhythm(Sections sections) throws EcgUnreadable {
    codes = SampleCodes.of(sections.find(Sections.CODES));
    Block definitions = sections.get(Sections.LEADS);
    leads = LeadDefinition.list(definitions);
    reduced = LeadDefinition.isReduced(definitions);
    rhythm = Traces.of(sections.get(Sections.RHYTHM), leads.size());
    boolean bimodal = rhythm.flag() != 0 && sections.protocol() < WITHOUT_BIMODAL;
    if (reduced || bimodal) {
      beats = Beats.of(sections.get(Sections.BEATS));
      reference = Traces.of(sections.get(Sections.REFERENCE), leads.size());
      factor = factor(rhythm.stepMicros(), reference.stepMicros());
    } else {
      beats = null;
      reference = null;
      factor = 1;
    }
  }

  private static int factor(int rhythmStep, int fullStep) throws EcgUnreadable {
    int times = rhythmStep / fullStep;
    if (times * fullStep != rhythmStep || times < 1 || times > MOST_REDUCED) {
      throw new EcgUnreadable(
          EcgFault.NOT_SUPPORTED,
          "Rhythm and reference beat of the SCP-ECG file do not go together: export it as PDF.");
    }
    return times;
  }

  void putInto(EcgDraft draft) throws EcgUnreadable {
    double stepSeconds = rhythm.stepMicros() / 1e6 / factor;
    draft.rate(1 / stepSeconds);
    int first = Integer.MAX_VALUE;
    for (LeadDefinition lead : leads) {
      first = Math.min(first, lead.first());
    }
    for (int i = 0; i < leads.size(); i++) {
      LeadDefinition lead = leads.get(i);
      SampleBuffer samples = new SampleBuffer();
      double unit = fill(samples, i);
      double start = (lead.first() - first) / draft.rateHz();
      draft.add(samples.toLead(lead.name(), start, unit));
    }
  }

  /** The samples of a lead; gives the nanovolts of their unit. */
  private double fill(SampleBuffer into, int index) throws EcgUnreadable {
    LeadDefinition lead = leads.get(index);
    Block data = rhythm.data(index);
    int[] samples;
    if (factor == 1) {
      samples = codes.unpack(data, lead.length(), rhythm.differences(), 0);
    } else {
      List<Beats.Zone> kept = beats == null || rhythm.flag() == 0 ? List.of() : beats.kept();
      Expansion expansion = new Expansion(lead, kept, factor);
      int[] stored = codes.unpack(data, expansion.stored(), rhythm.differences(), 1);
      samples = expansion.expand(stored, lead.length());
    }
    if (!reduced || beats == null || reference == null) {
      for (int sample : samples) {
        into.add(sample);
      }
      return rhythm.nanovolts();
    }
    return withBeats(into, samples, index, beats, reference);
  }

  /** Puts the reference beat back where it was taken out. */
  private double withBeats(
      SampleBuffer into, int[] samples, int index, Beats where, Traces reference)
      throws EcgUnreadable {
    int length = (int) (where.lengthMillis() * 1000L / reference.stepMicros());
    int[] beat = codes.unpack(reference.data(index), length, reference.differences(), 1);
    // Both in the largest unit that divides both, so that nothing is rounded.
    int unit = greatestDivisor(rhythm.nanovolts(), reference.nanovolts());
    long ofRhythm = rhythm.nanovolts() / unit;
    long ofBeat = reference.nanovolts() / unit;
    long[] sum = new long[samples.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = samples[i] * ofRhythm;
    }
    LeadDefinition lead = leads.get(index);
    for (Beats.Zone zone : where.zones()) {
      // Sample n of the rhythm is sample n - shift of the beat, both from 1.
      long shift = zone.fiducial() - where.fiducial();
      long from = Math.max(Math.max(zone.first(), lead.first()), shift + 1);
      long to = Math.min(Math.min(zone.last(), lead.last()), shift + beat.length);
      for (long n = from; n <= to; n++) {
        sum[(int) (n - lead.first())] += beat[(int) (n - shift - 1)] * ofBeat;
      }
    }
    for (long value : sum) {
      into.add((double) value);
    }
    return unit;
  }

  private static int greatestDivisor(int a, int b) {
    return b == 0 ? a : greatestDivisor(b, a % b);
  }
}
