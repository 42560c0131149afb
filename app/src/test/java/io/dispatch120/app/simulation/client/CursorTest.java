package io.dispatch120.app.simulation.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dispatch120.app.simulation.client.Cursor.Verdict;
import org.junit.jupiter.api.Test;

class CursorTest {
  private final Cursor cursor = new Cursor();

  @Test
  void asksForEverythingAtFirstAndForTheRestLater() {
    assertThat(cursor.since()).isEmpty();
    assertThat(cursor.judge(frame("snapshot", 40, 0))).isEqualTo(Verdict.TAKE);
    assertThat(cursor.judge(frame("event", 41, 40))).isEqualTo(Verdict.TAKE);
    assertThat(cursor.since()).hasValue(41);
    cursor.reset();
    assertThat(cursor.since()).isEmpty();
  }

  @Test
  void noticesWhatIsMissingAndDoesNotCountOverIt() {
    cursor.judge(frame("snapshot", 40, 0));
    assertThat(cursor.judge(frame("event", 45, 43))).isEqualTo(Verdict.LOST);
    assertThat(cursor.since()).hasValue(40);
  }

  @Test
  void leavesOutWhatItHas() {
    cursor.judge(frame("snapshot", 40, 0));
    assertThat(cursor.judge(frame("event", 40, 38))).isEqualTo(Verdict.LEAVE);
    assertThat(cursor.judge(frame("positions", 0, 0))).isEqualTo(Verdict.LEAVE);
    assertThat(cursor.since()).hasValue(40);
  }

  @Test
  void believesAHeartbeatThatAllWasSent() {
    cursor.judge(frame("snapshot", 40, 0));
    assertThat(cursor.judge(frame("heartbeat", 50, 0))).isEqualTo(Verdict.LEAVE);
    assertThat(cursor.since()).hasValue(50);
    assertThat(cursor.judge(frame("event", 53, 38))).isEqualTo(Verdict.TAKE);
  }

  @Test
  void startsAnewWithEverySnapshot() {
    cursor.judge(frame("snapshot", 40, 0));
    assertThat(cursor.judge(frame("snapshot", 7, 0))).isEqualTo(Verdict.TAKE);
    assertThat(cursor.since()).hasValue(7);
  }

  private static JsonNode frame(String type, long seq, long prev) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("seq", seq)
        .put("prev", prev);
  }
}
