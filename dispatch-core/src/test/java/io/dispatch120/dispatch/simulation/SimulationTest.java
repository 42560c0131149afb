package io.dispatch120.dispatch.simulation;

import org.junit.jupiter.api.Test;

/**
 * Many schedules, each from its seed. A failing one says its seed; {@code -Dsimulation.seed=…} runs
 * it alone, {@code -Dsimulation.schedules=…} runs as many as time allows.
 */
class SimulationTest {
  private static final int SCHEDULES = Integer.getInteger("simulation.schedules", 1_000);

  @Test
  void anyScheduleKeepsTheInvariants() {
    Long one = Long.getLong("simulation.seed");
    if (one != null) {
      new Simulation(one).run();
      return;
    }
    for (long seed = 1; seed <= SCHEDULES; seed++) {
      try {
        new Simulation(seed).run();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("schedule failed; run it again with -Dsimulation.seed=" + seed, e);
      }
    }
  }
}
