package io.dispatch120.load.bench;

import io.dispatch120.load.DispatcherClient;
import io.dispatch120.load.Node;
import io.dispatch120.load.Postgres;
import io.dispatch120.load.Traffic;
import io.dispatch120.load.Wire;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whom to send, over HTTP. */
@Command(
    name = "recommend",
    description = "A recommendation over HTTP against an endpoint that does nothing.")
public final class RecommendBench implements Callable<Integer> {
  private static final int CONNECTIONS = 16;
  private static final String OURS = "GET recommendation";
  private static final String NOTHING = "GET /me";

  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(
      names = "--units",
      defaultValue = "300",
      description = "Units of the center (${DEFAULT-VALUE}).")
  private int units;

  @Option(
      names = "--incidents",
      defaultValue = "40",
      description = "Open incidents, asked for in turn (${DEFAULT-VALUE}).")
  private int incidents;

  @Option(
      names = "--rate",
      defaultValue = "100",
      description = "Requests a second, at fixed times (${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--seconds",
      defaultValue = "3",
      description = "Of each measurement (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "20",
      description = "Seconds before anything counts (${DEFAULT-VALUE}).")
  private int warmUpSeconds;

  @Option(
      names = "--map",
      description = "OpenStreetMap file of the roads; the demo's when not given.")
  private @Nullable Path map;

  private int next;

  @Override
  public Integer call() {
    Path folder = options.folder("recommend");
    Report report = new Report("recommend", "Recommendation over HTTP", options.seed);
    MadeCenter center = new MadeCenter(options.seed);
    try (Wire wire = new Wire();
        Postgres postgres = new Postgres(folder.resolve("postgres")).start();
        Node node = new Node(folder.resolve("node")).serving().with("DB_URL", postgres.url())) {
      Path roads = map == null ? DemoMap.file() : map;
      node.with("MAP", roads.toString());
      center.addTo(node, folder.resolve("center"), units, 0);
      node.start();
      DispatcherClient dispatcher = center.signIn(wire, node);
      List<String> open = open(dispatcher, center);
      String methods = methods(dispatcher, open.get(0));
      report.line(
          "%d units, 130 AEDs, %d open incidents, map %s; travel times by: %s.",
          units, incidents, roads.getFileName(), methods);
      try (RawHttp http = new RawHttp(wire.vertx(), node.http(), CONNECTIONS, dispatcher.token())) {
        compare(
            report,
            () -> ok(http, "/incidents/" + open.get(next++ % open.size()) + "/recommendation"),
            () -> ok(http, "/me"));
      }
    }
    options.finish(report);
    return 0;
  }

  private List<String> open(DispatcherClient dispatcher, MadeCenter center) {
    List<String> open = new ArrayList<>();
    for (int i = 0; i < incidents; i++) {
      double[] at = center.place();
      open.add(dispatcher.receiveCall(Traffic.newPhone(), at[0], at[1]).text("/incident/id"));
    }
    return open;
  }

  /** How the travel times of a recommendation were found. */
  private static String methods(DispatcherClient dispatcher, String incident) {
    return String.join(
        ", ",
        dispatcher
            .get("/incidents/" + incident + "/recommendation")
            .body()
            .findValuesAsText("method")
            .stream()
            .distinct()
            .sorted()
            .toList());
  }

  private static Future<Boolean> ok(RawHttp http, String path) {
    return http.get(path).map(RawHttp::isOk);
  }

  private void compare(
      Report report, Supplier<Future<Boolean>> ours, Supplier<Future<Boolean>> nothing) {
    Duration duration = Duration.ofSeconds(seconds);
    for (int spent = 0; spent < warmUpSeconds; spent += 2 * seconds) {
      OpenLoop.run(CONNECTIONS, duration, Target.SATURATED, ours);
      OpenLoop.run(CONNECTIONS, duration, Target.SATURATED, nothing);
    }
    Map<String, List<Measure>> results = new LinkedHashMap<>();
    for (int round = 0; round < options.rounds; round++) {
      results
          .computeIfAbsent(OURS, w -> new ArrayList<>())
          .add(OpenLoop.run(CONNECTIONS, duration, rate, ours));
      results
          .computeIfAbsent(NOTHING, w -> new ArrayList<>())
          .add(OpenLoop.run(CONNECTIONS, duration, rate, nothing));
    }
    report.line(
        "`GET /me` has the same port, connections, session check, contract check and JSON, and"
            + " nothing to find out.");
    report.line(
        "Medians of %d rounds of %d s in turns, %.0f requests a second at fixed times, timed from"
            + " then.",
        options.rounds, seconds, rate);
    report.line("");
    report.line("| | p50 ms | p99 ms | failed |");
    report.line("|---|---|---|---|");
    results.forEach(
        (what, rounds) ->
            report.line(
                "| %s | %.2f | %.2f | %d |",
                what, p50(rounds), p99(rounds), rounds.stream().mapToLong(Measure::failed).sum()));
    List<Measure> one = results.getOrDefault(OURS, List.of());
    List<Measure> other = results.getOrDefault(NOTHING, List.of());
    report.line(
        "| ratio, p99 (goal) | %.2f (≤ 2) | %.2f ms (≤ 10) | |", p50(one) / p50(other), p99(one));
  }

  private static double p50(List<Measure> rounds) {
    return Report.median(rounds.stream().map(Measure::p50Millis).toList());
  }

  private static double p99(List<Measure> rounds) {
    return Report.median(rounds.stream().map(Measure::p99Millis).toList());
  }
}
