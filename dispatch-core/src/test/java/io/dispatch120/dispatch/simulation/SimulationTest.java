package io.dispatch120.dispatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many schedules, each from its seed. A failing one says its seed; {@code -Dsimulation.seed=…} runs
 * it alone, {@code -Dsimulation.schedules=…} runs as many as time allows.
 */
class SimulationTest {
  private static final Logger LOG = LoggerFactory.getLogger(SimulationTest.class);
  private static final int SCHEDULES = Integer.getInteger("simulation.schedules", 1_000);
  private static final int FAILURES_SHOWN = 5;

  @Test
  void anyScheduleKeepsTheInvariants() {
    Long one = Long.getLong("simulation.seed");
    if (one != null) {
      new Simulation(one).run();
      return;
    }
    Map<Long, Throwable> failed = new ConcurrentSkipListMap<>();
    LongStream.rangeClosed(1, SCHEDULES)
        .parallel()
        .filter(seed -> failed.size() < FAILURES_SHOWN)
        .forEach(
            seed -> {
              try {
                new Simulation(seed).run();
              } catch (RuntimeException | AssertionError e) {
                failed.put(seed, e);
              }
            });
    failed.forEach((seed, cause) -> LOG.error("schedule {} failed", seed, cause));
    assertThat(failed.keySet()).as("failed; run one again with -Dsimulation.seed=…").isEmpty();
  }
}
