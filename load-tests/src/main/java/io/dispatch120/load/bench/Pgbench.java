package io.dispatch120.load.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** PostgreSQL's own benchmark doing the same inserts. */
final class Pgbench implements Target {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");
  private static final int THREADS = 2;

  private final Path folder;
  private final String url;

  Pgbench(Path folder, String url, Inserts inserts) {
    this.folder = folder;
    this.url = url;
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("script.sql"), inserts.sql() + ";\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, "pgbench")));
  }

  @Override
  public String name() {
    return "pgbench, same inserts";
  }

  @Override
  public Measure run(int clients, Duration duration, double perSecond) {
    List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared"));
    command.addAll(List.of("-f", "script.sql", "-c", Integer.toString(clients)));
    command.addAll(List.of("-j", Integer.toString(Math.min(THREADS, clients))));
    command.addAll(List.of("-T", Long.toString(Math.max(1, duration.toSeconds()))));
    command.addAll(List.of("-l", "--log-prefix=transactions"));
    if (perSecond != SATURATED) {
      // Latencies are then from the scheduled start, as ours are.
      command.addAll(List.of("-R", String.format(Locale.ROOT, "%.1f", perSecond)));
    }
    command.add(url);
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher rate = RATE.matcher(output);
      if (process.waitFor() != 0 || !rate.find()) {
        throw new IllegalStateException("pgbench: " + output);
      }
      return new Measure(Double.parseDouble(rate.group(1)), readLatencies(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The third column of its logs is microseconds. */
  private Histogram readLatencies() throws IOException {
    Histogram latencies = Measure.histogram();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path log :
          files.filter(f -> f.getFileName().toString().startsWith("transactions")).toList()) {
        for (String line : Files.readAllLines(log)) {
          Measure.record(latencies, Long.parseLong(line.split(" ")[2]) * 1_000);
        }
        Files.delete(log);
      }
    }
    return latencies;
  }

  @Override
  public void close() {}
}
