package io.dispatch120.load.bench;

import io.dispatch120.load.DispatcherClient;
import io.dispatch120.load.Node;
import io.dispatch120.load.Postgres;
import io.dispatch120.load.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many calls a node takes durably, and how long each takes. */
@Command(
    name = "accept",
    description = "Durable call accept against the same inserts on the same PostgreSQL.")
public final class AcceptBench implements Callable<Integer> {
  /** Open-loop arrivals at this share of what the product can take. */
  private static final double SHARE = 0.5;

  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(
      names = "--clients",
      split = ",",
      defaultValue = "8,64",
      description = "Requests in flight, several by commas (${DEFAULT-VALUE}).")
  private List<Integer> clients = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "3",
      description = "Of each measurement (${DEFAULT-VALUE}).")
  private long seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "60",
      description = "Seconds of load before anything counts (${DEFAULT-VALUE}).")
  private long warmUpSeconds;

  private record Pair(Measure saturated, Measure open) {}

  @Override
  public Integer call() {
    Path folder = options.folder("accept");
    Report report = new Report("accept", "Durable call accept", options.seed);
    try (Wire wire = new Wire();
        Postgres postgres = new Postgres(folder.resolve("postgres")).start();
        Node node = new Node(folder.resolve("node")).with("DB_URL", postgres.url())) {
      node.start();
      DispatcherClient dispatcher =
          DispatcherClient.signIn(wire, List.of(node.http()), "dispatcher");
      Calls calls = new Calls(dispatcher, options.seed);
      Inserts inserts = new Inserts(RowsPerCall.measure(postgres, calls));
      String url = inserts.prepare(postgres);
      report.line("A call inserts %d rows; the reference inserts as many.", inserts.rows());
      try (Target reference =
          Pgbench.isInstalled()
              ? new Pgbench(folder.resolve("pgbench"), url, inserts)
              : new BareClient(wire.vertx(), url, inserts)) {
        for (int count : clients) {
          compare(report, count, calls, reference);
        }
      }
    }
    options.finish(report);
    return 0;
  }

  private void compare(Report report, int count, Target product, Target reference) {
    Duration duration = Duration.ofSeconds(seconds);
    double rate = SHARE * warmUp(product, count, duration);
    reference.run(count, duration, Target.SATURATED);
    Map<Target, List<Pair>> results = new LinkedHashMap<>();
    for (int round = 0; round < options.rounds; round++) {
      for (Target target : List.of(product, reference)) {
        Measure saturated = target.run(count, duration, Target.SATURATED);
        target.settle();
        Measure open = target.run(count, duration, rate);
        target.settle();
        results.computeIfAbsent(target, t -> new ArrayList<>()).add(new Pair(saturated, open));
      }
    }
    report.line("");
    report.line("## %d clients", count);
    report.line("");
    report.line(
        "Medians of %d rounds of %d s in turns. Latency at %.0f arrivals a second (open loop).",
        options.rounds, seconds, rate);
    report.line("");
    report.line("| | accepted a second | p50 ms | p99 ms | failed |");
    report.line("|---|---|---|---|---|");
    results.forEach(
        (target, pairs) ->
            report.line(
                "| %s | %.0f | %.2f | %.2f | %d |",
                target.name(),
                perSecond(pairs),
                p50(pairs),
                p99(pairs),
                pairs.stream().mapToLong(p -> p.saturated().failed() + p.open().failed()).sum()));
    List<Pair> ours = results.getOrDefault(product, List.of());
    List<Pair> theirs = results.getOrDefault(reference, List.of());
    report.line(
        "| ratio (goal) | %.2f (≥ 0.8) | %.2f | %.2f (≤ 3) | |",
        perSecond(ours) / perSecond(theirs), p50(ours) / p50(theirs), p99(ours) / p99(theirs));
  }

  /** Lets the compilers do their work; gives how many a second the product takes in the end. */
  private double warmUp(Target product, int count, Duration duration) {
    double perSecond;
    long spent = 0;
    do {
      perSecond = product.run(count, duration, Target.SATURATED).perSecond();
      product.settle();
      spent += duration.toSeconds();
    } while (spent < warmUpSeconds);
    return perSecond;
  }

  private static double perSecond(List<Pair> pairs) {
    return Report.median(pairs.stream().map(p -> p.saturated().perSecond()).toList());
  }

  private static double p50(List<Pair> pairs) {
    return Report.median(pairs.stream().map(p -> p.open().p50Millis()).toList());
  }

  private static double p99(List<Pair> pairs) {
    return Report.median(pairs.stream().map(p -> p.open().p99Millis()).toList());
  }
}
