package io.dispatch120.load;

import static io.dispatch120.load.Frames.call;
import static io.dispatch120.load.Frames.entry;
import static io.dispatch120.load.Frames.event;
import static io.dispatch120.load.Frames.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private final Recorder recorder = new Recorder();

  @Test
  void acceptsALegalHistory() {
    recorder.assignment(acknowledged(201, "{\"id\":\"a1\"}"));
    recorder.milestone("a1", "cleared", acknowledged(200, "{}"));
    assertThat(
            findings(
                entry(1, "unit_assigned", "A01", "a1"),
                entry(2, "unit_on_scene", "A01", "a1"),
                entry(3, "assignment_cleared", "A01", "a1"),
                entry(4, "unit_assigned", "A01", "a2"),
                entry(5, "assignment_cancelled", "A01", "a2")))
        .isEmpty();
  }

  @Test
  void seesALostCommand() {
    recorder.assignment(acknowledged(201, "{\"id\":\"a1\"}"));
    assertThat(findings(entry(1, "unit_assigned", "A01", "a2"))).hasSize(1);
  }

  @Test
  void seesACommandObeyedTwice() {
    recorder.milestone("a1", "on_scene", acknowledged(200, "{}"));
    assertThat(
            findings(
                entry(1, "unit_assigned", "A01", "a1"),
                entry(2, "unit_on_scene", "A01", "a1"),
                entry(3, "unit_on_scene", "A01", "a1")))
        .hasSize(2);
  }

  @Test
  void seesAUnitInTwoAssignments() {
    assertThat(
            findings(
                entry(1, "unit_assigned", "A01", "a1"), entry(2, "unit_assigned", "A01", "a2")))
        .hasSize(1);
  }

  @Test
  void seesAMilestoneOutOfOrderAndOneAfterTheEnd() {
    assertThat(
            findings(
                entry(1, "unit_assigned", "A01", "a1"),
                entry(2, "unit_on_scene", "A01", "a1"),
                entry(3, "unit_en_route", "A01", "a1"),
                entry(4, "assignment_cancelled", "A01", "a1"),
                entry(5, "transport_started", "A01", "a1")))
        .hasSize(2);
  }

  @Test
  void seesAGapInTheJournal() {
    assertThat(findings(entry(1, "x", "A01", "a1"), entry(3, "x", "A01", "a1"))).hasSize(1);
  }

  @Test
  void seesASpooledCallThatIsLostAndOneThatIsTwice() {
    recorder.call("139", acknowledged(202, "{\"stored\":false}"), new Recorder.Accepted(1, 0, 0));
    assertThat(findings()).hasSize(1);
    assertThat(findings(call(1, "c1", "139"))).isEmpty();
    assertThat(findings(call(1, "c1", "139"), call(2, "c2", "139"))).isNotEmpty();
  }

  @Test
  void seesASocketThatWasToldSomethingElse() {
    Transcript transcript = new Transcript(true);
    transcript.connected(-1);
    transcript.add(snapshot(0), 0);
    transcript.add(event(1, 0), 0);
    transcript.add(event(2, 1), 0);
    List<String> findings =
        Checker.findings(
            new History(List.of(entry(1, "x", "A01", "a1"))), recorder, List.of(transcript));
    assertThat(findings).hasSize(1);
  }

  private List<String> findings(JsonNode... events) {
    return Checker.findings(new History(List.of(events)), recorder, List.of());
  }

  private static Answer acknowledged(int status, String body) {
    return new Answer(status, Wire.decode(body), false);
  }
}
