package io.dispatch120.dispatch.ecg;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes samples as columns. */
final class CsvLines {
  private CsvLines() {}

  /** Seconds and microvolts, named. */
  static byte[] of(SyntheticEcg ecg) {
    StringBuilder text =
        new StringBuilder(
            "#device=Synthetic Generator\n#start=2026-01-02T03:04:05+08:00\n#sex=male\n#age=61\n");
    text.append("time (s)");
    for (String lead : ecg.names()) {
      text.append(',').append(lead).append(" (uV)");
    }
    text.append('\n');
    for (int i = 0; i < ecg.get("I").length; i++) {
      text.append(String.format(Locale.ROOT, "%.3f", i / (double) ecg.rate()));
      for (String lead : ecg.names()) {
        text.append(',').append(ecg.get(lead)[i] * SyntheticEcg.NANOVOLTS / 1000.0);
      }
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
