package io.dispatch120.load.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dispatch120.load.DispatcherClient;
import io.dispatch120.load.Node;
import io.dispatch120.load.Postgres;
import io.dispatch120.load.Wire;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The nearest AEDs over a socket, against Redis. */
@Command(
    name = "aed-search",
    description = "The 10 nearest of 10,000 AEDs over HTTP against Redis GEOSEARCH.")
public final class AedSearchBench implements Callable<Integer> {
  private static final int QUESTIONS = 512;
  private static final String KEY = "aeds";

  /** Redis wants a radius; the densest city search has ten within it. */
  private static final String RADIUS_METERS = "3000";

  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(
      names = "--aeds",
      defaultValue = "10000",
      description = "Besides the demo's 130 (${DEFAULT-VALUE}).")
  private int aeds;

  @Option(
      names = "--clients",
      split = ",",
      defaultValue = "1,16",
      description = "Connections, several by commas (${DEFAULT-VALUE}).")
  private List<Integer> clients = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "1",
      description = "Of each measurement (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "20",
      description = "Seconds before anything counts (${DEFAULT-VALUE}).")
  private int warmUpSeconds;

  private final List<double[]> questions = new ArrayList<>();
  private int next;

  @Override
  public Integer call() {
    Report report = new Report("aed-search", "Nearest AEDs over a socket", options.seed);
    if (!Redis.isInstalled()) {
      report.line("Redis is not installed here: nothing to compare with.");
      return 0;
    }
    Path folder = options.folder("aed-search");
    MadeCenter center = new MadeCenter(options.seed);
    int most = clients.stream().mapToInt(Integer::intValue).max().orElse(1);
    try (Wire wire = new Wire();
        Postgres postgres = new Postgres(folder.resolve("postgres")).start();
        Node node = new Node(folder.resolve("node")).serving().with("DB_URL", postgres.url());
        Redis redis = new Redis(wire.vertx(), folder.resolve("redis"), most)) {
      center.addTo(node, folder.resolve("center"), 3, aeds);
      node.start();
      for (int i = 0; i < QUESTIONS; i++) {
        questions.add(center.place());
      }
      DispatcherClient dispatcher = center.signIn(wire, node);
      int count = copy(dispatcher, redis);
      report.line("%d AEDs; PostGIS is not part of this run.", count);
      try (RawHttp http = new RawHttp(wire.vertx(), node.http(), most, dispatcher.token())) {
        report.line(
            "Of the 10 that one names, the other names %.1f %%. Without a map, so that both go by the"
                + " straight line; with one the product searches roads, and costs more.",
            agreement(http, redis));
        warmUp(http, redis, most);
        for (int one : clients) {
          compare(report, http, redis, one);
        }
      }
    }
    options.finish(report);
    return 0;
  }

  /** Puts into Redis what the product has. */
  private static int copy(DispatcherClient dispatcher, Redis redis) {
    int count = 0;
    String cursor = "";
    do {
      JsonNode page = dispatcher.get("/aeds?limit=500" + cursor).body();
      for (JsonNode aed : page.path("items")) {
        JsonNode position = aed.path("position");
        redis
            .send(
                "GEOADD",
                KEY,
                position.path("lng").asText(),
                position.path("lat").asText(),
                aed.path("id").asText())
            .await();
        count++;
      }
      JsonNode more = page.path("nextCursor");
      cursor = more.isTextual() ? "&cursor=" + more.asText() : "";
    } while (!cursor.isEmpty());
    return count;
  }

  private double agreement(RawHttp http, Redis redis) {
    int same = 0;
    int all = 0;
    for (double[] at : questions.subList(0, 100)) {
      Set<String> ours = new HashSet<>();
      json(http.get(path(at)).await())
          .path("items")
          .forEach(aed -> ours.add(aed.path("id").asText()));
      List<String> theirs = Redis.texts(search(redis, at).await());
      if (theirs.size() != 10) {
        throw new IllegalStateException("Redis gave " + theirs);
      }
      same += (int) theirs.stream().filter(ours::contains).count();
      all += theirs.size();
    }
    return 100.0 * same / all;
  }

  private static JsonNode json(Buffer answer) {
    try {
      return new ObjectMapper().readTree(RawHttp.body(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double[] question() {
    return questions.get(next++ & (QUESTIONS - 1));
  }

  private static String path(double[] at) {
    return String.format(Locale.ROOT, "/aeds?near=%.5f,%.5f&limit=10", at[0], at[1]);
  }

  private static Future<Buffer> search(Redis redis, double[] at) {
    return redis.send(
        "GEOSEARCH",
        KEY,
        "FROMLONLAT",
        Double.toString(at[0]),
        Double.toString(at[1]),
        "BYRADIUS",
        RADIUS_METERS,
        "m",
        "ASC",
        "COUNT",
        "10");
  }

  private void warmUp(RawHttp http, Redis redis, int most) {
    OpenLoop.run(most, Duration.ofSeconds(warmUpSeconds), Target.SATURATED, ours(http));
    OpenLoop.run(most, Duration.ofSeconds(1), Target.SATURATED, theirs(redis));
  }

  private Supplier<Future<Boolean>> ours(RawHttp http) {
    return () -> http.get(path(question())).map(RawHttp::isOk);
  }

  private Supplier<Future<Boolean>> theirs(Redis redis) {
    return () -> search(redis, question()).map(answer -> answer.getByte(0) == '*');
  }

  private void compare(Report report, RawHttp http, Redis redis, int count) {
    Map<String, List<Measure>> results = new LinkedHashMap<>();
    for (int round = 0; round < options.rounds; round++) {
      Duration duration = Duration.ofSeconds(seconds);
      results
          .computeIfAbsent("GET /aeds?near", w -> new ArrayList<>())
          .add(OpenLoop.run(count, duration, Target.SATURATED, ours(http)));
      results
          .computeIfAbsent("Redis GEOSEARCH", w -> new ArrayList<>())
          .add(OpenLoop.run(count, duration, Target.SATURATED, theirs(redis)));
    }
    Measure nothing =
        OpenLoop.run(
            count,
            Duration.ofSeconds(seconds),
            Target.SATURATED,
            () -> http.get("/me").map(RawHttp::isOk));
    report.line("");
    report.line("## %d connections", count);
    report.line("");
    report.line("| | answers a second | p50 ms | p99 ms | failed |");
    report.line("|---|---|---|---|---|");
    List<Double> rates = new ArrayList<>();
    results.forEach(
        (what, rounds) -> {
          rates.add(median(rounds, Measure::perSecond));
          report.line(
              "| %s | %.0f | %.2f | %.2f | %d |",
              what,
              median(rounds, Measure::perSecond),
              median(rounds, Measure::p50Millis),
              median(rounds, Measure::p99Millis),
              rounds.stream().mapToLong(Measure::failed).sum());
        });
    report.line(
        "| GET /me, nothing to search, once | %.0f | %.2f | %.2f | %d |",
        nothing.perSecond(), nothing.p50Millis(), nothing.p99Millis(), nothing.failed());
    report.line("| ratio (goal) | %.2f (≥ 1) | | | |", rates.get(0) / rates.get(1));
  }

  private static double median(List<Measure> rounds, ToDoubleFunction<Measure> figure) {
    return Report.median(rounds.stream().map(r -> figure.applyAsDouble(r)).toList());
  }
}
