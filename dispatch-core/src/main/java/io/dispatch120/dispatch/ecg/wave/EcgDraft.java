package io.dispatch120.dispatch.ecg.wave;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgWarning;
import io.dispatch120.dispatch.api.EcgWarningCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A waveform while a reader puts it together. It holds the limits, and gives the warnings that no
 * format has to itself. Not thread-safe.
 */
public final class EcgDraft {
  /** A beat is some 1 to 5 mV; more than 20 mV no heart gives. */
  private static final double IMPLAUSIBLE_NANOVOLTS = 20e6;

  private static final int LONGEST_DEVICE = 80;

  private final EcgFormat format;
  private final Map<EcgWarningCode, String> warnings = new EnumMap<>(EcgWarningCode.class);
  private final Map<String, EcgLead> leads = new LinkedHashMap<>();
  private double rateHz;
  private long samples;
  private @Nullable Instant recordedAt;
  private @Nullable LocalDateTime localTime;
  private @Nullable String device;
  private EcgSubject subject = EcgSubject.UNKNOWN;

  public EcgDraft(EcgFormat format) {
    this.format = format;
  }

  /** Of warnings with the same code the first stands. */
  public void warn(EcgWarningCode code, String detail) {
    warnings.putIfAbsent(code, detail);
  }

  /** Rates next to a whole number are that number: intervals are written in whole microseconds. */
  public void rate(double hertz) throws EcgUnreadable {
    if (!(hertz >= EcgLimits.MIN_RATE_HZ - 0.5 && hertz <= EcgLimits.MAX_RATE_HZ + 0.5)) {
      throw new EcgUnreadable(
          EcgFault.RATE_UNUSABLE,
          "The samples do not come "
              + EcgLimits.MIN_RATE_HZ
              + " to "
              + EcgLimits.MAX_RATE_HZ
              + " times a second: export the ECG with 500 samples a second, or as PDF.");
    }
    double whole = Math.rint(hertz);
    rateHz = Math.abs(hertz - whole) < whole * 1e-3 ? whole : hertz;
  }

  public double rateHz() {
    return rateHz;
  }

  /** Adds a lead that has samples. Of two with one name the longer stays, else the first. */
  public void add(EcgLead lead) throws EcgUnreadable {
    if (lead.length() == 0) {
      return;
    }
    samples += lead.length();
    if (samples > EcgLimits.MAX_SAMPLES) {
      throw new EcgUnreadable(
          EcgFault.TOO_LONG,
          "All leads together have more than "
              + EcgLimits.MAX_SAMPLES
              + " samples: export a shorter part of the recording.");
    }
    EcgLead before = leads.get(lead.name());
    if (before != null) {
      warn(EcgWarningCode.LEAD_REPEATED, "Lead " + lead.name() + " is there more than once.");
      if (before.length() >= lead.length()) {
        return;
      }
    } else if (leads.size() == EcgLimits.MAX_LEADS) {
      throw new EcgUnreadable(
          EcgFault.TOO_MANY_LEADS,
          "There are more than " + EcgLimits.MAX_LEADS + " leads: export the standard twelve.");
    }
    leads.put(lead.name(), lead);
  }

  public void recordedAt(@Nullable Instant instant) {
    recordedAt = instant;
  }

  public void localTime(@Nullable LocalDateTime time) {
    localTime = time;
  }

  public void device(@Nullable String text) {
    String clean = text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    device = clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), LONGEST_DEVICE));
  }

  public void subject(EcgSubject facts) {
    subject = facts;
  }

  /** The waveform, or the refusal of one without leads or beyond the limits. */
  public EcgWaveform finish() throws EcgUnreadable {
    List<EcgLead> sorted = new ArrayList<>(leads.values());
    if (sorted.isEmpty()) {
      throw new EcgUnreadable(
          EcgFault.NO_LEADS, "There are no samples in the file: export the ECG again, or as PDF.");
    }
    sorted.sort(Comparator.comparingInt((EcgLead lead) -> LeadNames.rank(lead.name())));
    for (EcgLead lead : sorted) {
      check(lead);
    }
    missingLeads();
    List<EcgWarning> told = new ArrayList<>();
    warnings.forEach((code, detail) -> told.add(new EcgWarning(code, detail)));
    return new EcgWaveform(
        format,
        rateHz,
        List.copyOf(sorted),
        recordedAt,
        recordedAt == null ? localTime : null,
        device,
        subject,
        List.copyOf(told));
  }

  private void check(EcgLead lead) throws EcgUnreadable {
    double end = lead.startSeconds() + lead.length() / rateHz;
    if (!(end <= EcgLimits.MAX_SECONDS + 1 && lead.startSeconds() >= 0)) {
      throw new EcgUnreadable(
          EcgFault.TOO_LONG,
          "The recording is longer than "
              + EcgLimits.MAX_SECONDS / 60
              + " minutes: export a shorter part of it.");
    }
    if (lead.isFlat()) {
      warn(
          EcgWarningCode.LEAD_FLAT,
          "Lead " + lead.name() + " is one straight line: an electrode may be off.");
    }
    for (int i = 0; i < lead.length(); i++) {
      if (Math.abs(lead.nanovoltsAt(i)) > IMPLAUSIBLE_NANOVOLTS) {
        warn(
            EcgWarningCode.AMPLITUDE_IMPLAUSIBLE,
            "Lead " + lead.name() + " goes beyond 20 mV: the scale may be wrong.");
        return;
      }
    }
  }

  private void missingLeads() {
    boolean limbs = leads.containsKey("I") && leads.containsKey("II");
    List<String> missing = new ArrayList<>();
    for (String name : LeadNames.STANDARD) {
      boolean computable = limbs && !name.startsWith("V");
      if (!leads.containsKey(name) && !computable) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      warn(EcgWarningCode.LEADS_MISSING, "These leads are missing: " + String.join(", ", missing));
    }
  }
}
