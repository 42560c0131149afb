package io.dispatch120.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** PostgreSQL dies under load and comes back; the node stays and goes on by itself. */
class DatabaseAwayIT {
  private static final Duration REFUSED_WITHIN = Duration.ofSeconds(2);
  private static final Duration MARKED_WITHIN = Duration.ofSeconds(5);
  private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(20);
  private static final Duration ENTERED_WITHIN = Duration.ofSeconds(90);
  private static final double LNG = 112.8893;
  private static final double LAT = 28.2156;

  @Test
  void commandsAreRefusedCallsAreKeptTheBoardStaysAndAllRecovers() {
    try (Stage stage = new Stage(getClass())) {
      Postgres postgres = stage.postgres();
      Node node = stage.node("node").with("DB_URL", postgres.url());
      node.start();
      DispatcherClient dispatcher = stage.dispatcher(node);
      SocketRecorder console = stage.console(dispatcher, node);
      String incident = dispatcher.receiveCall(Traffic.newPhone(), LNG, LAT).text("/incident/id");
      Traffic traffic = stage.traffic(dispatcher, Traffic.units(1, 12), Duration.ofMillis(50));
      traffic.start(3, Stage.http(node));
      Waiting.pause(Duration.ofSeconds(3));

      postgres.kill();
      assertRefusedInTime(dispatcher, node, incident);
      UUID key = UUID.randomUUID();
      String phone = Traffic.newPhone();
      assertKeptOnTheNode(stage, dispatcher, node, phone, key);
      assertKeptOnTheNode(stage, dispatcher, node, phone, key);
      Waiting.until(
          "the socket marks the storage",
          MARKED_WITHIN,
          () -> lastOf(console).equals("unavailable"));
      Answer board = dispatcher.on(Stage.http(node)).get("/board");
      assertThat(board.status()).isEqualTo(200);
      assertThat(board.body().path("incidents").findValuesAsText("id")).contains(incident);
      // Longer than anything about sessions may be remembered for speed alone.
      Waiting.pause(Duration.ofSeconds(6));
      assertRefusedInTime(dispatcher, node, incident);
      for (int more = 0; more < 5; more++) {
        assertKeptOnTheNode(stage, dispatcher, node, Traffic.newPhone(), UUID.randomUUID());
      }
      assertThat(console.transcript().closeCodes()).as("the socket stays").isEmpty();

      postgres.start();
      long back = System.nanoTime();
      Waiting.until(
          "the socket clears the mark",
          RECOVERED_WITHIN,
          () -> lastOf(console).equals("available"));
      console.awaitEvent(
          e -> e.body().at("/data/call/phone").asText().equals(phone), RECOVERED_WITHIN);
      Duration recovery = Duration.ofNanos(System.nanoTime() - back);
      Answer repeated =
          dispatcher.postOnce(node.http(), "/calls", DispatcherClient.call(phone, LNG, LAT), key);
      assertThat(repeated.accepted()).as(repeated.toString()).isTrue();
      Waiting.pause(Duration.ofSeconds(2));
      traffic.stop();
      Waiting.until("ready again", RECOVERED_WITHIN, node::isReady);
      // They enter one after the other, beside the traffic that goes on.
      Waiting.until(
          "every kept call has entered",
          ENTERED_WITHIN,
          () ->
              stage.recorder().spooledPhones().stream()
                  .noneMatch(
                      kept ->
                          dispatcher
                              .on(Stage.http(node))
                              .get("/incidents?q=" + kept)
                              .body()
                              .path("items")
                              .isEmpty()));
      stage.assertInvariants(node);
      assertThat(stage.recorder().spooledPhones()).contains(phone);
      Stage.report(
          "database away: %d calls stored, %d kept meanwhile, recovered %d ms after it was back"
              .formatted(
                  stage.recorder().accepted().size(),
                  stage.recorder().spooledPhones().size(),
                  recovery.toMillis()));
    }
  }

  private static String lastOf(SocketRecorder console) {
    var states = console.transcript().storageStates();
    return states.isEmpty() ? "" : states.get(states.size() - 1);
  }

  private static void assertRefusedInTime(DispatcherClient dispatcher, Node node, String incident) {
    long sent = System.nanoTime();
    Answer refused =
        dispatcher.postOnce(
            node.http(),
            "/incidents/" + incident + "/assignments",
            Map.of("unitId", "A20"),
            UUID.randomUUID());
    assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo("storage_unavailable");
    assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(REFUSED_WITHIN);
  }

  private static void assertKeptOnTheNode(
      Stage stage, DispatcherClient dispatcher, Node node, String phone, UUID key) {
    long sent = System.nanoTime();
    Answer kept =
        dispatcher.postOnce(node.http(), "/calls", DispatcherClient.call(phone, LNG, LAT), key);
    long answered = System.nanoTime();
    assertThat(kept.status()).as(kept.toString()).isEqualTo(202);
    assertThat(kept.body().path("stored").asBoolean(true)).isFalse();
    assertThat(Duration.ofNanos(answered - sent)).isLessThan(REFUSED_WITHIN);
    stage.recorder().call(phone, kept, new Recorder.Accepted(node.http(), sent, answered));
  }
}
