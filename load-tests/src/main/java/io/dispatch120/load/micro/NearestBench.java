package io.dispatch120.load.micro;

import io.dispatch120.load.bench.BenchOptions;
import io.dispatch120.load.bench.Report;
import io.dispatch120.load.micro.NearestBenchmark.Way;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The moving index against scans and a rebuilt tree. */
@Command(
    name = "nearest",
    description = "Nearest 10 with a filter among moving units, in process, by JMH.")
public final class NearestBench implements Callable<Integer> {
  private static final List<Way> REFERENCES =
      List.of(Way.PLAIN_SCAN, Way.PACKED_SCAN, Way.STR_TREE);

  /** Those with the same answer. */
  private static final List<Way> SCANS = List.of(Way.PLAIN_SCAN, Way.PACKED_SCAN);

  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(
      names = "--units",
      split = ",",
      defaultValue = "10000,100000",
      description = "How many move, several by commas (${DEFAULT-VALUE}).")
  private List<Integer> units = List.of();

  @Option(
      names = "--ready",
      split = ",",
      defaultValue = "100,10,1",
      description = "How many in a hundred pass the filter (${DEFAULT-VALUE}).")
  private List<Integer> ready = List.of();

  @Option(
      names = "--millis",
      defaultValue = "400",
      description = "Of each measurement (${DEFAULT-VALUE}).")
  private long millis;

  @Override
  public Integer call() throws RunnerException {
    Report report = new Report("nearest", "Nearest 10 among moving units", options.seed());
    report.line(
        "In process, by JMH (sample time). Medians of %d rounds of %d ms in turns, %d units moved a"
            + " second meanwhile.",
        options.rounds(), millis, NearestBenchmark.MOVES_PER_SECOND);
    for (int size : units) {
      int compared = NearestCheck.assertSameAsScan(size, ready, options.seed());
      report.line("");
      report.line("## %d units", size);
      report.line("");
      report.line("Before: %d answers compared with the plain scan's, all identical.", compared);
      report.line(
          "Of the STRtree's answers, half a second after a rebuild, %.1f %% name the same ten.",
          NearestCheck.rebuiltTreeNamesTheSame(size, options.seed()));
      report.line("");
      report.line("| pass the filter | | mean µs | p50 µs | p99 µs |");
      report.line("|---|---|---|---|---|");
      for (int percent : ready) {
        compare(report, size, percent);
      }
      report.line("");
      for (String line : new MoveCost(size, options.rounds(), options.seed()).measure()) {
        report.line("%s", line);
      }
    }
    options.finish(report);
    return 0;
  }

  private void compare(Report report, int size, int percent) throws RunnerException {
    Map<Way, List<Statistics>> results = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      run(way, size, percent, Math.min(5 * millis, 1_000));
    }
    for (int round = 0; round < options.rounds(); round++) {
      for (Way way : Way.values()) {
        results
            .computeIfAbsent(way, w -> new ArrayList<>())
            .add(run(way, size, percent, Math.min(millis, 100)));
      }
    }
    for (Way way : Way.values()) {
      report.line(
          "| %d %% | %s | %.1f | %.1f | %.1f |",
          percent,
          way.words(),
          median(results, way, Statistics::getMean),
          median(results, way, s -> s.getPercentile(50)),
          median(results, way, s -> s.getPercentile(99)));
    }
    ratio(report, percent, "the best reference (goal ≥ 5)", REFERENCES, results);
    ratio(report, percent, "the better scan, which gives the same answer", SCANS, results);
  }

  private static void ratio(
      Report report,
      int percent,
      String words,
      List<Way> references,
      Map<Way, List<Statistics>> results) {
    report.line(
        "| %d %% | **times faster than %s** | %.1f | %.1f | %.1f |",
        percent,
        words,
        ratio(results, references, Statistics::getMean),
        ratio(results, references, s -> s.getPercentile(50)),
        ratio(results, references, s -> s.getPercentile(99)));
  }

  private static double ratio(
      Map<Way, List<Statistics>> results,
      List<Way> references,
      ToDoubleFunction<Statistics> figure) {
    double best =
        references.stream().mapToDouble(way -> median(results, way, figure)).min().orElseThrow();
    return best / median(results, Way.INDEX, figure);
  }

  private static double median(
      Map<Way, List<Statistics>> results, Way way, ToDoubleFunction<Statistics> figure) {
    return Report.median(
            results.getOrDefault(way, List.of()).stream()
                .map(statistics -> figure.applyAsDouble(statistics))
                .toList())
        / 1_000;
  }

  /**
   * One measurement in this process: in a process of its own each would need its own warm-up, and a
   * round would take minutes in which the machine changes.
   */
  private Statistics run(Way way, int size, int percent, long warmUpMillis) throws RunnerException {
    Options jmh =
        new OptionsBuilder()
            .include(NearestBenchmark.class.getName() + ".nearest")
            .param("way", way.name())
            .param("units", Integer.toString(size))
            .param("ready", Integer.toString(percent))
            .param("seed", Long.toString(options.seed()))
            .forks(0)
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(warmUpMillis))
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(millis))
            .verbosity(VerboseMode.SILENT)
            .build();
    RunResult result = new Runner(jmh).runSingle();
    return result.getPrimaryResult().getStatistics();
  }
}
