package io.dispatch120.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two processes on one PostgreSQL take commands side by side; one of them is killed in the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {
  private static final double LNG = 112.8893;
  private static final double LAT = 28.2156;
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration RESUME_LIMIT = Duration.ofSeconds(3);
  private static final Duration GAP_LIMIT = Duration.ofSeconds(1);

  /** Deadlines of alerts at a tenth: an assignment is to be acknowledged within 3 s. */
  private static final Duration ALERT_LIMIT = Duration.ofSeconds(8);

  private final Stage stage = new Stage(TwoNodesIT.class);
  private Node a;
  private Node b;
  private DispatcherClient dispatcher;
  private SocketRecorder consoleOfA;
  private SocketRecorder consoleOfB;

  @BeforeAll
  void startBoth() {
    List<Node> nodes = stage.cluster(stage.postgres(), "a", "b");
    nodes.forEach(node -> node.with("TIMER_SCALE", "0.1"));
    a = nodes.get(0);
    b = nodes.get(1);
    a.start();
    b.start();
    dispatcher = stage.dispatcher(a);
    consoleOfA = stage.console(dispatcher, a, b);
    consoleOfB = stage.console(dispatcher, b);
  }

  @AfterAll
  void stopAll() {
    stage.close();
  }

  @Test
  @Order(1)
  void aSessionOfOneNodeIsValidOnTheOther() {
    Answer me = dispatcher.on(Stage.http(b)).get("/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.text("/username")).isEqualTo("dispatcher");
  }

  @Test
  @Order(2)
  void aCallTakenByOneNodeIsOnTheSocketsOfTheOther() {
    String call = takeCall(a).text("/call/id");
    consoleOfB.awaitEvent(e -> e.body().at("/data/call/id").asText().equals(call), SOON);
  }

  @Test
  @Order(3)
  void theUnitGoesToExactlyOneOfFiftyWhoAskOverBothNodes() throws Exception {
    List<String> incidents = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      incidents.add(takeCall(n % 2 == 0 ? a : b).text("/incident/id"));
    }
    List<Future<Answer>> answers = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      // The incident was taken by the other node: its board is asked too, not only its database.
      answers.add(
          dispatcher.send(
              HttpMethod.POST,
              n % 2 == 0 ? b.http() : a.http(),
              "/incidents/" + incidents.get(n) + "/assignments",
              Map.of("unitId", "A24"),
              UUID.randomUUID()));
    }
    List<Answer> all = new ArrayList<>();
    for (Future<Answer> answer : answers) {
      all.add(answer.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS));
    }
    List<Answer> won = all.stream().filter(answer -> answer.status() == 201).toList();
    assertThat(won).hasSize(1);
    assertThat(all)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(49)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(409);
              assertThat(answer.code()).isEqualTo("unit_committed");
            });
    stage.recorder().assignment(won.get(0));
    String assignment = won.get(0).text("/id");
    stage.recorder().cancelled(assignment, dispatcher.cancel(assignment));
  }

  @Test
  @Order(4)
  void aCommandRepeatedOnTheOtherNodeGetsTheFirstAnswerAgain() {
    UUID key = UUID.randomUUID();
    String phone = Traffic.newPhone();
    Map<String, Object> call = DispatcherClient.call(phone, LNG, LAT);
    long sent = System.nanoTime();
    Answer first = dispatcher.postOnce(a.http(), "/calls", call, key);
    stage.recorder().call(phone, first, new Recorder.Accepted(a.http(), sent, System.nanoTime()));
    Answer again = dispatcher.postOnce(b.http(), "/calls", call, key);
    assertThat(first.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    Answer other =
        dispatcher.postOnce(
            b.http(), "/calls", DispatcherClient.call(Traffic.newPhone(), LNG, LAT), key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency_key_reused");
  }

  @Test
  @Order(5)
  void anUnacknowledgedAssignmentAlarmsOnceWithBothNodesRunning() {
    String assignment = assign("A23");
    consoleOfA.awaitEvent(e -> isAlarmOf(e, assignment), ALERT_LIMIT);
    consoleOfB.awaitEvent(e -> isAlarmOf(e, assignment), ALERT_LIMIT);
    assertThat(alarmsOf(assignment, stage.assertInvariants(a, b))).isEqualTo(1);
  }

  @Test
  @Order(6)
  void oneNodeIsKilledUnderLoadAndTheOtherGoesOn() {
    Traffic traffic = stage.traffic(dispatcher, Traffic.units(1, 16), Duration.ofMillis(10));
    traffic.start(2, Stage.http(a, b)).start(2, Stage.http(b, a));
    Waiting.pause(Duration.ofSeconds(3));
    String unacknowledged = assign("A22");
    long killed = System.nanoTime();
    a.kill();
    consoleOfA.awaitEvent(e -> isAlarmOf(e, unacknowledged), ALERT_LIMIT);
    Waiting.pause(Duration.ofSeconds(2));
    long measured = System.nanoTime();
    a.start();
    traffic.stop();

    Duration gap = longestGap(killed, measured, b.http());
    assertThat(consoleOfA.transcript().resumptions()).isNotEmpty();
    Duration resumed = consoleOfA.transcript().resumptions().get(0);
    Stage.report(
        "kill of one of two nodes: %d calls taken, longest gap %d ms, socket resumed in %d ms"
            .formatted(stage.recorder().accepted().size(), gap.toMillis(), resumed.toMillis()));
    History history = stage.assertInvariants(b, a);
    assertThat(alarmsOf(unacknowledged, history)).isEqualTo(1);
    assertThat(gap).as("between two calls taken by the survivor").isLessThan(GAP_LIMIT);
    assertThat(resumed).isLessThan(RESUME_LIMIT);
  }

  private Answer takeCall(Node node) {
    String phone = Traffic.newPhone();
    long sent = System.nanoTime();
    Answer answer = dispatcher.on(Stage.http(node)).receiveCall(phone, LNG, LAT);
    stage
        .recorder()
        .call(phone, answer, new Recorder.Accepted(node.http(), sent, System.nanoTime()));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  private String assign(String unit) {
    Answer assigned = dispatcher.assign(takeCall(a).text("/incident/id"), unit);
    stage.recorder().assignment(assigned);
    assertThat(assigned.status()).as(assigned.toString()).isEqualTo(201);
    return assigned.text("/id");
  }

  private static boolean isAlarmOf(Transcript.Event event, String assignment) {
    return event.type().equals("alert_raised")
        && event.body().at("/data/kind").asText().equals("assignment_unacknowledged")
        && event.body().at("/data/assignmentId").asText().equals(assignment);
  }

  private static long alarmsOf(String assignment, History history) {
    return history.events().stream()
        .filter(e -> e.path("type").asText().equals("alert_raised"))
        .filter(e -> e.at("/data/kind").asText().equals("assignment_unacknowledged"))
        .filter(e -> e.at("/data/assignmentId").asText().equals(assignment))
        .count();
  }

  private Duration longestGap(long fromNanos, long toNanos, int port) {
    long longest = 0;
    long before = fromNanos;
    for (Recorder.Accepted accepted : stage.recorder().accepted()) {
      if (accepted.port() == port && accepted.answeredNanos() > fromNanos) {
        longest = Math.max(longest, Math.min(accepted.answeredNanos(), toNanos) - before);
        before = accepted.answeredNanos();
        if (before > toNanos) {
          break;
        }
      }
    }
    return Duration.ofNanos(longest);
  }
}
