package io.dispatch120.load.micro;

import io.dispatch120.geo.api.RoadSpeeds;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.routing.MapUnreadable;
import io.dispatch120.geo.routing.RoadGraphImport;
import io.dispatch120.geo.routing.RoadMap;
import io.dispatch120.load.bench.BenchOptions;
import io.dispatch120.load.bench.Measure;
import io.dispatch120.load.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Travel times of many units to one place, by road. */
@Command(
    name = "roads",
    description = "1 x 50 by road against 50 GraphHopper CH routes; closures; import of a map.")
public final class RoadsBench implements Callable<Integer> {
  /** As GraphHopper's profile: a car's speeds, whatever the hour. */
  static final RoadSpeeds AS_A_CAR = new RoadSpeeds(200, Map.of(), List.of(), 1.4, "benchmark");

  private static final String ROUTES = "a GraphHopper CH route for each, snapping included";
  private static final String OURS = "one product search, snapping included";
  private static final String SEARCHES = "a GraphHopper CH search for each, snapped before";
  private static final String OURS_KNOWN = "one product search, places known";

  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(
      names = "--side",
      defaultValue = "150",
      description = "The invented city has as many junctions squared (${DEFAULT-VALUE}).")
  private int side;

  @Option(names = "--osm", description = "An OpenStreetMap file instead of the invented city.")
  private @Nullable Path osm;

  @Option(
      names = "--count",
      defaultValue = "20",
      description = "Incidents in a round (${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--units",
      defaultValue = "50",
      description = "Units of an incident (${DEFAULT-VALUE}).")
  private int units;

  @Option(
      names = "--imports",
      defaultValue = "3",
      description = "Times each import is measured (${DEFAULT-VALUE}).")
  private int imports;

  @Override
  public Integer call() throws IOException, MapUnreadable {
    Path folder = Files.createDirectories(options.folder("roads"));
    Path file =
        osm == null ? CityFile.write(folder.resolve("city.osm"), side, options.seed()) : osm;
    String suffix = osm == null ? "" : "-" + file.getFileName().toString().replaceAll("\\W.*", "");
    Report report = new Report("roads" + suffix, "Travel times by road", options.seed());
    ImportCost cost = new ImportCost(file, folder);
    cost.measure(imports);
    Path mapFolder = folder.resolve("map");
    RoadGraphImport.Result built = RoadGraphImport.build(file, mapFolder, progress -> {});
    Roads roads = RoadMap.open(mapFolder).newRoads(AS_A_CAR);
    try (GraphHopperRoads reference =
        GraphHopperRoads.importing(file, folder.resolve("graphhopper"))) {
      report.line(
          "%s: %d junctions, %d roads (GraphHopper: %d, %d), %d turn restrictions.",
          osm == null ? "An invented city" : file.getFileName(),
          built.junctions(),
          built.roads(),
          reference.junctions(),
          reference.roads(),
          built.turnRestrictions());
      compare(report, roads, reference);
      report.line("");
      new ClosureCost(roads, reference, options).measure().forEach(line -> report.line("%s", line));
    }
    report.line("");
    cost.lines().forEach(line -> report.line("%s", line));
    options.finish(report);
    return 0;
  }

  private void compare(Report report, Roads roads, GraphHopperRoads reference) {
    SplittableRandom random = new SplittableRandom(options.seed());
    double difference =
        RoadQuestions.of(reference, count, units, random).assertSameTimes(roads, reference);
    Map<String, List<Histogram>> results = new LinkedHashMap<>();
    // Two rounds more, which do not count: compilers.
    for (int round = -2; round < options.rounds(); round++) {
      RoadQuestions fresh = RoadQuestions.of(reference, count, units, random);
      Map<String, Histogram> times = new LinkedHashMap<>();
      times.put(OURS, time(fresh, question -> question.ask(roads)));
      times.put(ROUTES, time(fresh, q -> reference.route(q.units(), q.incident())));
      times.put(OURS_KNOWN, time(fresh, question -> question.ask(roads)));
      Histogram searches = Measure.histogram();
      for (RoadQuestions.Question question : fresh.all()) {
        var prepared = reference.prepare(question.units(), question.incident());
        long begun = System.nanoTime();
        prepared.search();
        Measure.record(searches, System.nanoTime() - begun);
      }
      times.put(SEARCHES, searches);
      if (round >= 0) {
        times.forEach(
            (what, histogram) ->
                results.computeIfAbsent(what, w -> new ArrayList<>()).add(histogram));
      }
    }
    report.line("");
    report.line("## %d units to one incident", units);
    report.line("");
    report.line(
        "Before: times of %d ways compared, all the same within rounding (at most %.3f s apart).",
        count * units, difference);
    report.line(
        "Medians of %d rounds of %d incidents in turns, places new in every round.",
        options.rounds(), count);
    report.line("");
    report.line("| | p50 ms | p99 ms |");
    report.line("|---|---|---|");
    for (String what : List.of(OURS, ROUTES)) {
      row(report, what, results);
    }
    ratio(report, results, OURS, ROUTES, " (≥ 10)");
    for (String what : List.of(OURS_KNOWN, SEARCHES)) {
      row(report, what, results);
    }
    ratio(report, results, OURS_KNOWN, SEARCHES, "");
  }

  private static Histogram time(
      RoadQuestions questions, Consumer<RoadQuestions.Question> answered) {
    Histogram times = Measure.histogram();
    for (RoadQuestions.Question question : questions.all()) {
      long begun = System.nanoTime();
      answered.accept(question);
      Measure.record(times, System.nanoTime() - begun);
    }
    return times;
  }

  private static void row(Report report, String what, Map<String, List<Histogram>> results) {
    report.line("| %s | %.3f | %.3f |", what, at(results, what, 50), at(results, what, 99));
  }

  private static void ratio(
      Report report,
      Map<String, List<Histogram>> results,
      String ours,
      String theirs,
      String goal) {
    report.line(
        "| **times faster%s** | %.1f | %.1f |",
        goal,
        at(results, theirs, 50) / at(results, ours, 50),
        at(results, theirs, 99) / at(results, ours, 99));
  }

  private static double at(Map<String, List<Histogram>> results, String what, double percentile) {
    return Report.median(
        results.getOrDefault(what, List.of()).stream()
            .map(histogram -> histogram.getValueAtPercentile(percentile) / 1e6)
            .toList());
  }
}
