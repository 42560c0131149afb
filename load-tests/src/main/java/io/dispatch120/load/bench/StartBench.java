package io.dispatch120.load.bench;

import io.dispatch120.load.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** From the launcher to a demo that is ready. */
@Command(name = "start", description = "Start of the built demo by the launcher until ready.")
public final class StartBench implements Callable<Integer> {
  @Mixin private final BenchOptions options = new BenchOptions();

  @Override
  public Integer call() {
    Path folder = options.folder("start");
    Report report = new Report("start", "Start of the demo", options.seed);
    List<Double> first = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    List<Double> stop = new ArrayList<>();
    for (int round = 0; round < options.rounds; round++) {
      try (Node node = new Node(folder.resolve("node-" + round)).byLauncher()) {
        first.add(node.start().toMillis() / 1e3);
        stop.add(stopSeconds(node));
        again.add(node.start().toMillis() / 1e3);
        stop.add(stopSeconds(node));
      }
    }
    report.line("Medians (slowest) of %d rounds, embedded PostgreSQL included.", options.rounds);
    report.line("");
    report.line("| | seconds | goal |");
    report.line("|---|---|---|");
    report.line("| first start, empty data directory | %s | ≤ 15 |", summary(first));
    report.line("| start on existing data | %s | ≤ 15 |", summary(again));
    report.line("| stop by SIGTERM | %s | ≤ 10 |", summary(stop));
    options.finish(report);
    return 0;
  }

  private static double stopSeconds(Node node) {
    long begun = System.nanoTime();
    node.stop();
    return (System.nanoTime() - begun) / 1e9;
  }

  private static String summary(List<Double> seconds) {
    double slowest = seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return "%.1f (%.1f)".formatted(Report.median(seconds), slowest);
  }
}
