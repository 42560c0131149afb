package io.dispatch120.load.micro;

import io.dispatch120.load.bench.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the writer pays: a move in the index, a rebuild of the tree. */
final class MoveCost {
  private static final int MOVES = 50_000;

  private final int units;
  private final int rounds;
  private final long seed;

  MoveCost(int units, int rounds, long seed) {
    this.units = units;
    this.rounds = rounds;
    this.seed = seed;
  }

  /** Lines of the report. */
  List<String> measure() {
    MovingFleet fleet = new MovingFleet(units, 100, seed);
    ProductIndex index = new ProductIndex();
    fleet.placeAll(index);
    RebuiltStrTree tree = new RebuiltStrTree(units, MovingFleet.LATITUDE);
    fleet.placeAll(tree);
    List<Double> moveMicros = new ArrayList<>();
    List<Double> rebuildMillis = new ArrayList<>();
    for (int round = -1; round < rounds; round++) {
      long begun = System.nanoTime();
      for (int i = 0; i < MOVES; i++) {
        fleet.moveOne(index);
      }
      double micros = (System.nanoTime() - begun) / 1e3 / MOVES;
      tree.everySecond();
      if (round >= 0) {
        moveMicros.add(micros);
        rebuildMillis.add(tree.rebuildMillis());
      }
    }
    double move = Report.median(moveMicros);
    return List.of(
        String.format(
            Locale.ROOT,
            "A move in the index takes %.2f µs: %d a second are %.2f %% of one core.",
            move,
            NearestBenchmark.MOVES_PER_SECOND,
            move * NearestBenchmark.MOVES_PER_SECOND / 1e4),
        String.format(
            Locale.ROOT,
            "A rebuild of the STRtree takes %.0f ms each second, and leaves answers up to a second old.",
            Report.median(rebuildMillis)));
  }
}
