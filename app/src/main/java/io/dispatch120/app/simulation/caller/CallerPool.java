package io.dispatch120.app.simulation.caller;

import io.dispatch120.app.simulation.pace.Chance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Who calls next: by weight, but nobody again soon. Not thread-safe. */
public final class CallerPool {
  /** Longer than an incident is open, so that no call looks like the same one again. */
  private static final int QUIET = 30;

  private final List<CallerSeed> seeds;
  private final Chance chance;
  private final Deque<CallerSeed> recent = new ArrayDeque<>();

  public CallerPool(List<CallerSeed> seeds, Chance chance) {
    this.seeds = List.copyOf(seeds);
    this.chance = chance;
  }

  public CallerSeed draw() {
    List<CallerSeed> rested = seeds.stream().filter(seed -> !recent.contains(seed)).toList();
    CallerSeed drawn = chance.weighted(rested, CallerSeed::weight);
    recent.addLast(drawn);
    if (recent.size() > Math.min(QUIET, seeds.size() - 1)) {
      recent.removeFirst();
    }
    return drawn;
  }
}
