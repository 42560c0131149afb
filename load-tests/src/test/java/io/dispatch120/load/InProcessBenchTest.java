package io.dispatch120.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.load.micro.NearestBench;
import io.dispatch120.load.micro.RoadsBench;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * Benchmarks in process begin, find both sides in agreement and end. Nothing is said about time.
 */
class InProcessBenchTest {

  @Test
  void nearestAgreesWithTheScan() {
    assertThat(run(new NearestBench(), "--units=300", "--ready=50", "--rounds=1", "--millis=10"))
        .isZero();
  }

  @Test
  void roadsAgreeWithGraphHopper() {
    assertThat(
            run(
                new RoadsBench(),
                "--side=25",
                "--count=2",
                "--units=5",
                "--rounds=1",
                "--imports=1"))
        .isZero();
  }

  private static int run(Object bench, String... arguments) {
    return new CommandLine(bench).execute(arguments);
  }
}
