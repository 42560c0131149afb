package io.dispatch120.load.micro;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.load.bench.BenchOptions;
import io.dispatch120.load.bench.Report;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** From a closure to answers that heed it. */
final class ClosureCost {
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 6, 1, 12, 0);

  private final Roads roads;
  private final GraphHopperRoads reference;
  private final BenchOptions options;

  ClosureCost(Roads roads, GraphHopperRoads reference, BenchOptions options) {
    this.roads = roads;
    this.reference = reference;
    this.options = options;
  }

  /** Lines of the report. */
  List<String> measure() {
    SplittableRandom random = new SplittableRandom(options.seed());
    List<Double> millis = new ArrayList<>();
    for (int round = -2; round < options.rounds(); round++) {
      List<RoadClosure> closures = new ArrayList<>();
      for (LngLat place : reference.places(3, random)) {
        closures.add(new RoadClosure(RoadClosure.Form.POINT, List.of(place)));
      }
      long begun = System.nanoTime();
      roads.use(new RoadConditions(NOON, closures));
      if (round >= 0) {
        millis.add((System.nanoTime() - begun) / 1e6);
      }
    }
    return List.of(
        "## Closures",
        "",
        String.format(
            Locale.ROOT,
            "Three closures are in use %.1f ms after they are known (median of %d, slowest %.1f ms).",
            Report.median(millis),
            millis.size(),
            millis.stream().mapToDouble(Double::doubleValue).max().orElse(0)),
        "GraphHopper's hierarchies would have to be prepared again: its import with CH less that"
            + " without, below.");
  }
}
