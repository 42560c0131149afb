package io.dispatch120.load;

import static io.dispatch120.load.Frames.event;
import static io.dispatch120.load.Frames.heartbeat;
import static io.dispatch120.load.Frames.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private final Transcript everything = new Transcript(true);
  private final Transcript filtered = new Transcript(false);

  @Test
  void acceptsASnapshotThenEveryEventAndAResumptionWithoutAGap() {
    everything.connected(-1);
    tell(everything, snapshot(7), event(8, 7), heartbeat(8), event(9, 8));
    everything.disconnected(1006, 0);
    everything.connected(9);
    tell(everything, event(10, 9), heartbeat(10));
    everything.connected(10);
    tell(everything, snapshot(20), event(21, 20));
    assertThat(everything.violations()).isEmpty();
    assertThat(everything.completeUpTo()).isEqualTo(21);
    assertThat(everything.resumptions()).hasSize(1);
  }

  @Test
  void seesAMissingEvent() {
    everything.connected(-1);
    tell(everything, snapshot(7), event(9, 8));
    assertThat(everything.violations()).hasSize(1);
  }

  @Test
  void seesAnEventTwice() {
    everything.connected(-1);
    tell(everything, snapshot(7), event(8, 7), event(8, 7));
    assertThat(everything.violations()).hasSize(1);
  }

  @Test
  void seesTimeRunningBackwards() {
    everything.connected(-1);
    tell(everything, snapshot(7));
    everything.connected(7);
    tell(everything, snapshot(6));
    assertThat(everything.violations()).hasSize(1);
  }

  @Test
  void seesAHeartbeatThatPromisesMoreThanWasSent() {
    everything.connected(-1);
    tell(everything, snapshot(7), heartbeat(8));
    assertThat(everything.violations()).hasSize(1);
  }

  @Test
  void seesAnEventBeforeTheFirstSnapshot() {
    everything.connected(-1);
    tell(everything, event(0, -1));
    assertThat(everything.violations()).isNotEmpty();
  }

  @Test
  void lossInAFilteredStreamShowsByItsPrev() {
    filtered.connected(-1);
    tell(filtered, snapshot(7), event(12, 7), heartbeat(20), event(21, 12));
    assertThat(filtered.violations()).isEmpty();
    tell(filtered, event(40, 30));
    assertThat(filtered.violations()).hasSize(1);
  }

  private static void tell(Transcript transcript, JsonNode... frames) {
    for (JsonNode frame : frames) {
      transcript.add(frame, System.nanoTime());
    }
  }
}
