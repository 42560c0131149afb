package io.dispatch120.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One node with its embedded database, killed again and again while calls are taken. */
class KillUnderLoadIT {
  private static final int ROUNDS = 3;
  private static final Duration RESUME_LIMIT = Duration.ofSeconds(3);

  @Test
  void nothingAcknowledgedIsLostAndNoSocketMissesAnEvent() {
    Random random = new Random(Stage.SEED);
    try (Stage stage = new Stage(getClass())) {
      Node node = stage.node("node");
      node.start();
      DispatcherClient dispatcher = stage.dispatcher(node);
      SocketRecorder console = stage.console(dispatcher, node);
      SocketRecorder crew =
          stage.watched(CrewClient.signIn(stage.wire(), List.of(node.edge()), "A01").connect());
      Traffic traffic =
          stage
              .traffic(dispatcher, Traffic.units(1, 12), Duration.ofMillis(10))
              .start(4, Stage.http(node));
      Duration longestStart = Duration.ZERO;
      for (int round = 0; round < ROUNDS; round++) {
        Waiting.pause(Duration.ofMillis(800 + random.nextInt(2_000)));
        node.kill();
        Duration start = node.start();
        longestStart = start.compareTo(longestStart) > 0 ? start : longestStart;
        int taken = stage.recorder().accepted().size();
        Waiting.until(
            "calls are taken again",
            Duration.ofSeconds(10),
            () -> stage.recorder().accepted().size() > taken);
      }
      Waiting.pause(Duration.ofSeconds(1));
      traffic.stop();

      Stage.report(
          "kill under load: %d calls taken, restart at most %d ms, console %s, crew %s"
              .formatted(
                  stage.recorder().accepted().size(),
                  longestStart.toMillis(),
                  console.transcript(),
                  crew.transcript()));
      stage.assertInvariants(node);
      assertThat(stage.recorder().accepted()).hasSizeGreaterThan(10 * ROUNDS);
      Duration limit = longestStart.plus(RESUME_LIMIT);
      assertThat(console.transcript().resumptions())
          .hasSizeGreaterThanOrEqualTo(ROUNDS)
          .allSatisfy(resumption -> assertThat(resumption).isLessThan(limit));
    }
  }
}
