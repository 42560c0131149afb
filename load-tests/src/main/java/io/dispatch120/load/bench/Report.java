package io.dispatch120.load.bench;

import io.dispatch120.load.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** A benchmark's result as Markdown, with what is needed to judge and repeat it. */
public final class Report {
  private final String name;
  private final List<String> lines = new ArrayList<>();

  public Report(String name, String title, long seed) {
    this.name = name;
    lines.add("# " + title);
    lines.add("");
    lines.add("- when: " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
    lines.add("- commit: " + commit() + ", seed: " + seed);
    lines.add("- machine: " + machine());
    lines.add("- Java of product and load: " + Runtime.version());
    lines.add("- load, product and PostgreSQL share this machine");
    lines.add("");
    lines.forEach(System.out::println);
  }

  public void line(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    lines.add(line);
    System.out.println(line);
  }

  /** Keeps it in {@code docs/benchmarks}. */
  public void write() {
    Path file = Product.root().resolve("docs/benchmarks").resolve(name + ".md");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
      System.out.println("written: " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Milliseconds: the median over {@code rounds} of their {@code percentile}. */
  static double medianMillis(List<Histogram> rounds, double percentile) {
    return median(rounds.stream().map(h -> h.getValueAtPercentile(percentile) / 1e6).toList());
  }

  /** The middle one of an odd number, the mean of the middle two else. */
  public static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String commit() {
    String commit = output("git", "rev-parse", "--short", "HEAD");
    return output("git", "status", "--porcelain").isEmpty() ? commit : commit + " with changes";
  }

  private static String machine() {
    String cpu = "unknown CPU";
    try (Stream<String> info = Files.lines(Path.of("/proc/cpuinfo"))) {
      cpu =
          info.filter(line -> line.startsWith("model name"))
              .findFirst()
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .orElse(cpu);
    } catch (IOException | UncheckedIOException notLinux) {
      cpu = System.getProperty("os.arch");
    }
    return "%d × %s, %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            cpu,
            System.getProperty("os.name"),
            System.getProperty("os.version"));
  }

  private static String output(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Product.root().toFile())
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
