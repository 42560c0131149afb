package io.dispatch120.dispatch.ecg;

import io.dispatch120.dispatch.api.EcgFormat;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Times the readers by hand: median and slowest of 20 files of a megabyte, after 20 untimed, in
 * time of the processor. SCP-ECG holds no more than 65,535 bytes a lead, so its files are smaller.
 */
final class EcgSpeed {
  private static final int MEGABYTE = 1_000_000;
  private static final int ROUNDS = 20;

  private EcgSpeed() {}

  public static void main(String[] args) {
    Map<EcgFormat, byte[]> files = new LinkedHashMap<>();
    files.put(EcgFormat.AECG, AecgText.of(SyntheticEcg.of(500, 30_000)));
    files.put(EcgFormat.SCP, ScpBytes.of(SyntheticEcg.of(500, 32_700)).plain().bytes());
    files.put(EcgFormat.CSV, CsvLines.of(SyntheticEcg.of(500, 14_500)));
    files.forEach((format, content) -> time(format.name(), format, content));
    time("SCP, Huffman", EcgFormat.SCP, ScpBytes.of(SyntheticEcg.of(500, 70_000)).bytes());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void time(String name, EcgFormat format, byte[] content) {
    long[] nanos = new long[ROUNDS];
    long[] views = new long[ROUNDS];
    for (int i = -ROUNDS; i < ROUNDS; i++) {
      long start = cpu();
      EcgFiles.identify(content, null);
      var waveform = Given.read(content, format);
      long read = cpu();
      EcgViews.view(waveform);
      if (i >= 0) {
        nanos[i] = read - start;
        views[i] = cpu() - read;
      }
    }
    Arrays.sort(nanos);
    Arrays.sort(views);
    System.out.printf(
        "%-14s %5.2f MB  read %6.1f ms, slowest %6.1f ms; view %5.1f ms%n",
        name,
        content.length / (double) MEGABYTE,
        nanos[ROUNDS / 2] / 1e6,
        nanos[ROUNDS - 1] / 1e6,
        views[ROUNDS / 2] / 1e6);
  }
}
