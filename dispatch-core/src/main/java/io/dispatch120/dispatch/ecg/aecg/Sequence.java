package io.dispatch120.dispatch.ecg.aecg;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgLead;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import io.dispatch120.dispatch.ecg.wave.LeadNames;
import io.dispatch120.dispatch.ecg.wave.SampleBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <sequence>}: the clock of its set, or the samples of a lead as whole numbers with
 * {@code voltage = origin + scale × number}.
 */
final class Sequence {
  private static final String TIME = "TIME_";

  private final SampleBuffer samples;
  private String code = "";
  private double originNanovolts;
  private double scaleNanovolts = Double.NaN;
  private boolean unitMissing;
  private double stepSeconds;
  private double offsetSeconds;
  private @Nullable Hl7Time head;

  /**
   * @param samples empty; of one sequence at a time
   */
  Sequence(SampleBuffer samples) {
    this.samples = samples;
  }

  void code(@Nullable String written) {
    code = written == null ? "" : written.strip();
  }

  void origin(@Nullable String value, @Nullable String unit) throws EcgUnreadable {
    originNanovolts = value == null ? 0 : number(value) * nanovolts(unit);
  }

  void scale(@Nullable String value, @Nullable String unit) throws EcgUnreadable {
    scaleNanovolts = value == null ? Double.NaN : number(value) * nanovolts(unit);
    unitMissing = unit == null || unit.isBlank();
  }

  void increment(@Nullable String value, @Nullable String unit) throws EcgUnreadable {
    stepSeconds = value == null ? 0 : number(value) * seconds(unit);
  }

  void head(@Nullable String value, @Nullable String unit) throws EcgUnreadable {
    if (code.equals("TIME_RELATIVE")) {
      offsetSeconds = value == null ? 0 : number(value) * seconds(unit);
    } else {
      head = value == null ? null : Hl7Time.find(value.strip());
    }
  }

  /** Whether the scale came without its unit, so that it was taken for microvolts. */
  boolean isUnitMissing() {
    return unitMissing && samples.length() > 0;
  }

  /** Hands what it was to the series. */
  void endIn(Series series) throws EcgUnreadable {
    if (code.startsWith(TIME)) {
      series.step(stepSeconds);
      series.head(head);
      series.offset(offsetSeconds);
    } else if (samples.length() > 0) {
      series.add(lead());
    }
  }

  private EcgLead lead() throws EcgUnreadable {
    String name = LeadNames.of(code.startsWith("MDC_ECG_LEAD_") ? code.substring(13) : code);
    if (!(Math.abs(scaleNanovolts) > 0)) {
      throw new EcgUnreadable(
          EcgFault.SCALE_UNUSABLE,
          "Lead " + name + " has no scale: export the ECG again, or as PDF.");
    }
    double origin = Math.rint(originNanovolts / scaleNanovolts);
    if (origin == 0 && scaleNanovolts > 0) {
      return samples.toLead(name, 0, scaleNanovolts);
    }
    SampleBuffer moved = new SampleBuffer();
    double sign = Math.signum(scaleNanovolts);
    for (int i = 0; i < samples.length(); i++) {
      moved.add(sign * (samples.at(i) + origin));
    }
    return moved.toLead(name, 0, Math.abs(scaleNanovolts));
  }

  private static double number(String text) throws EcgUnreadable {
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw noNumber();
    }
    throw noNumber();
  }

  private static EcgUnreadable noNumber() {
    return new EcgUnreadable(
        EcgFault.DAMAGED,
        "A scale or an interval of the aECG file is no number: export the ECG again, or as PDF.");
  }

  private static double nanovolts(@Nullable String unit) throws EcgUnreadable {
    return switch (unit == null ? "" : unit.strip()) {
      case "", "uV", "\u00b5V", "\u03bcV", "UV", "uv" -> 1e3;
      case "mV", "mv" -> 1e6;
      case "V" -> 1e9;
      case "nV" -> 1;
      default ->
          throw new EcgUnreadable(
              EcgFault.SCALE_UNUSABLE,
              "The aECG file counts in a unit that is no voltage: export it with uV, or as PDF.");
    };
  }

  private static double seconds(@Nullable String unit) throws EcgUnreadable {
    return switch (unit == null ? "" : unit.strip()) {
      case "", "s" -> 1;
      case "ms" -> 1e-3;
      case "us", "\u00b5s", "\u03bcs" -> 1e-6;
      default ->
          throw new EcgUnreadable(
              EcgFault.RATE_UNUSABLE,
              "The aECG file counts time in an unknown unit: export it with s, or as PDF.");
    };
  }
}
