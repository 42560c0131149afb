package io.dispatch120.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/**
 * A node that is frozen, as a paused virtual machine is, must block nobody and do no harm later.
 */
class StoppedNodeIT {
  private static final Duration QUIET = Duration.ofSeconds(8);
  private static final Duration STOPPED =
      Duration.ofSeconds(Long.getLong("load.stoppedSeconds", 20));
  private static final Duration SLOWEST = Duration.ofSeconds(5);
  private static final Duration CATCH_UP = Duration.ofSeconds(10);

  @Test
  void theOthersGoOnAndItDoesNoHarmWhenItWakes() {
    try (Stage stage = new Stage(getClass())) {
      List<Node> nodes = stage.cluster(stage.postgres(), "frozen", "awake");
      Node frozen = nodes.get(0);
      Node awake = nodes.get(1);
      frozen.start();
      awake.start();
      DispatcherClient dispatcher = stage.dispatcher(awake);
      SocketRecorder console = stage.console(dispatcher, awake);
      SocketRecorder leaving = stage.console(dispatcher, frozen, awake);
      SocketRecorder staying =
          stage.watched(
              SocketRecorder.ofPatientConsole(stage.wire(), frozen.http(), dispatcher.token()));
      Traffic traffic = stage.traffic(dispatcher, Traffic.units(1, 20), Duration.ofMillis(20));
      traffic.start(1, Stage.http(frozen, awake)).start(3, Stage.http(awake));
      Waiting.pause(Duration.ofSeconds(4));

      long quietFrom = System.nanoTime();
      Waiting.pause(QUIET);
      long stoppedFrom = System.nanoTime();
      frozen.freeze();
      Waiting.pause(STOPPED);
      long stoppedTo = System.nanoTime();
      frozen.thaw();
      Waiting.pause(Duration.ofSeconds(3));
      traffic.stop();

      Histogram quiet = latencies(stage, awake, quietFrom, stoppedFrom);
      Histogram stopped = latencies(stage, awake, stoppedFrom, stoppedTo);
      Stage.report(
          "node stopped %d s: accept p99 %.1f ms quiet (%d calls), %.1f ms stopped (%d calls), ratio %.2f, slowest %.1f ms"
              .formatted(
                  STOPPED.toSeconds(),
                  quiet.getValueAtPercentile(99) / 1e6,
                  quiet.getTotalCount(),
                  stopped.getValueAtPercentile(99) / 1e6,
                  stopped.getTotalCount(),
                  (double) stopped.getValueAtPercentile(99) / quiet.getValueAtPercentile(99),
                  stopped.getMaxValue() / 1e6));

      Waiting.until("the woken node is ready", CATCH_UP, frozen::isReady);
      assertThat(dispatcher.on(Stage.http(frozen)).get("/board").status()).isEqualTo(200);
      stage.assertInvariants(awake, frozen);
      assertThat(stopped.getTotalCount()).isGreaterThan(STOPPED.toSeconds());
      assertThat(stopped.getMaxValue()).isLessThan(SLOWEST.toNanos());
      assertThat(console.transcript().closeCodes()).as("the others' sockets").isEmpty();
      Stage.report(
          "sockets: left %s, stayed %s".formatted(leaving.transcript(), staying.transcript()));
    }
  }

  private static Histogram latencies(Stage stage, Node node, long fromNanos, long toNanos) {
    Histogram histogram = new Histogram(3);
    stage.recorder().accepted().stream()
        .filter(accepted -> accepted.port() == node.http())
        .filter(accepted -> accepted.sentNanos() >= fromNanos && accepted.sentNanos() < toNanos)
        // One that also tried the frozen node measures that node, not this one.
        .forEach(accepted -> histogram.recordValue(accepted.tookNanos()));
    return histogram;
  }
}
