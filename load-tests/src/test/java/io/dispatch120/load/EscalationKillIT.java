package io.dispatch120.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Nodes die around the deadline of a hospital's ladder: before it, in the moment between it and the
 * next level, and after. The next level is told once, whoever tells it.
 */
class EscalationKillIT {
  private static final double LNG = 112.8893;
  private static final double LAT = 28.2156;

  /** A level has a minute; at a tenth 6 s. */
  private static final String SCALE = "0.1";

  /** When the node dies, from the deadline on: nodes look for what is due every 250 ms. */
  private static final List<Duration> DEATHS =
      List.of(
          Duration.ofMillis(-20),
          Duration.ofMillis(40),
          Duration.ofMillis(130),
          Duration.ofMillis(230),
          Duration.ofMillis(320));

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void anOnlyNodeThatDiesBetweenDeadlineAndEscalationTellsTheNextLevelOnce() {
    try (Stage stage = new Stage(EscalationKillIT.class)) {
      Node node = stage.node("only").with("TIMER_SCALE", SCALE);
      node.start();
      for (Duration death : DEATHS) {
        JsonNode told = warn(stage.dispatcher(node), "xiangya3");
        awaitMoment(told, death);
        node.kill();
        node.start();
        awaitLevel(stage.dispatcher(node), told, 2);
      }
      assertEachLevelToldOnce(stage.assertInvariants(node), DEATHS.size());
    }
  }

  @Test
  void twoNodesOfWhichOneDiesTellTheNextLevelOnce() {
    try (Stage stage = new Stage(EscalationKillIT.class)) {
      List<Node> nodes = stage.cluster(stage.postgres(), "a", "b");
      nodes.forEach(node -> node.with("TIMER_SCALE", SCALE));
      Node a = nodes.get(0);
      Node b = nodes.get(1);
      a.start();
      b.start();
      int warned = 0;
      for (Duration death : DEATHS.subList(0, 3)) {
        JsonNode told = warn(stage.dispatcher(a, b), "changsha4");
        awaitMoment(told, death);
        a.kill();
        awaitLevel(stage.dispatcher(b), told, 2);
        a.start();
        warned++;
      }
      assertEachLevelToldOnce(stage.assertInvariants(a, b), warned);
    }
  }

  /** A patient with chest pain, and the first level of the hospital's ladder as it was told. */
  private static JsonNode warn(DispatcherClient dispatcher, String hospital) {
    Answer call = dispatcher.receiveCall(Traffic.newPhone(), LNG, LAT);
    String patient = call.text("/incident/patients/0/id");
    assertThat(dispatcher.post("/patients/" + patient + "/chest-pain", Map.of()).status())
        .isEqualTo(201);
    Answer warned =
        dispatcher.post(
            "/patients/" + patient + "/chest-pain/pre-alert", Map.of("hospitalId", hospital));
    assertThat(warned.status()).as("%s", warned).isEqualTo(201);
    return warned.body().at("/escalations/0");
  }

  private static void awaitMoment(JsonNode told, Duration afterDeadline) {
    Instant moment = Instant.parse(told.path("dueAt").asText()).plus(afterDeadline);
    Waiting.until(
        "the deadline of " + told.path("id").asText(),
        PATIENCE,
        () -> !Instant.now().isBefore(moment));
  }

  private static void awaitLevel(DispatcherClient dispatcher, JsonNode told, int level) {
    String path = "/patients/" + told.path("patientId").asText() + "/chest-pain";
    Waiting.until(
        "level " + level,
        PATIENCE,
        () -> dispatcher.get(path).body().path("escalations").size() >= level);
  }

  /** Levels follow each other without a gap, and each was told by one event. */
  private static void assertEachLevelToldOnce(History history, int preAlerts) {
    Map<String, StringBuilder> levels = new TreeMap<>();
    for (JsonNode event : history.events()) {
      String preAlert = event.at("/data/preAlertId").asText();
      switch (event.path("type").asText()) {
        case "pre_alert_sent" -> levels.put(preAlert, new StringBuilder("1"));
        case "escalated" ->
            levels.get(preAlert).append(' ').append(event.at("/data/level").asInt());
        case "escalation_exhausted" -> levels.get(preAlert).append(" exhausted");
        default -> {}
      }
    }
    assertThat(levels).hasSize(preAlerts);
    assertThat(levels.values())
        .allSatisfy(
            told -> assertThat("1 2 3 4 5 exhausted").startsWith(told.toString()).contains("2"));
    assertThat(levels.values()).allSatisfy(told -> assertThat(told.toString()).contains("2"));
  }
}
