package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command.DeclineAssignment;
import io.dispatch120.dispatch.api.Command.RecordMilestone;
import io.dispatch120.dispatch.api.Command.SendCrewMessage;
import io.dispatch120.dispatch.api.Command.SetAvailability;
import io.dispatch120.dispatch.api.Command.WithdrawMilestone;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.locator.adapter.Edge.Answer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {
  private static final String MILESTONES = "/api/v1/crew/assignments/t1/milestones";
  private static final String POSITIONS = "/api/v1/crew/positions";
  private static final AssignmentId T1 = new AssignmentId("t1");

  private final Edge edge = new Edge();

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void showsAssignmentWithItsContractFieldsAtTheTop() {
    Answer answer = edge.as("a01", "GET", "/api/v1/crew/assignment", "");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    JsonObject view = answer.json();
    assertThat(view.getString("id")).isEqualTo("t1");
    assertThat(view.getString("incidentId")).isEqualTo("i1");
    assertThat(view.getString("unitId")).isEqualTo("A01");
    assertThat(view.getString("status")).isEqualTo("assigned");
    assertThat(view.getJsonObject("milestones").getJsonObject("assigned").getString("source"))
        .isEqualTo("crew");
    assertThat(view.getString("phone")).isEqualTo("13800001234");
    assertThat(view.getString("address")).isEqualTo("梅溪湖路 1 号");
    assertThat(view.getJsonObject("assignment").getString("id")).isEqualTo("t1");
  }

  @Test
  void saysWithoutContentThatThereIsNoAssignment() {
    assertThat(edge.as("a02", "GET", "/api/v1/crew/assignment", "").status()).isEqualTo(204);
  }

  @Test
  void recordsMilestoneWithTheTimesOfTheDevice() {
    Answer answer =
        edge.as(
            "a01",
            "POST",
            MILESTONES,
            "{\"milestone\":\"en_route\",\"deviceAt\":\"2026-03-01T07:00:00Z\","
                + "\"sentAt\":\"2026-03-01T15:00:05+08:00\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().getString("status")).isEqualTo("en_route");
    assertThat(edge.core.commands)
        .containsExactly(
            new RecordMilestone(
                T1,
                Milestone.EN_ROUTE,
                MilestoneSource.CREW,
                null,
                Instant.parse("2026-03-01T07:00:00Z"),
                Instant.parse("2026-03-01T07:00:05Z")));
  }

  @Test
  void withdrawsMilestoneAndDeclines() {
    assertThat(edge.as("a01", "POST", MILESTONES + "/on_scene/withdraw", "").status())
        .isEqualTo(200);
    assertThat(
            edge.as("a01", "POST", "/api/v1/crew/assignments/t1/decline", "{\"reason\":\"车辆故障\"}")
                .status())
        .isEqualTo(200);
    assertThat(edge.core.commands)
        .containsExactly(
            new WithdrawMilestone(T1, Milestone.ON_SCENE),
            new DeclineAssignment(T1, new Personal("车辆故障")));
  }

  @Test
  void writesToTheDispatchCentre() {
    Answer answer =
        edge.as("a01", "POST", "/api/v1/crew/assignments/t1/messages", "{\"text\":\"需要担架\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.json().getString("id")).isEqualTo("t1");
    assertThat(edge.core.commands).containsExactly(new SendCrewMessage(T1, new Personal("需要担架")));
    assertThat(
            edge.as("a02", "POST", "/api/v1/crew/assignments/t1/messages", "{\"text\":\"x\"}")
                .code())
        .isEqualTo("not_found");
  }

  @Test
  void showsAndDeclaresTheOwnUnit() {
    JsonObject unit = edge.as("a02", "GET", "/api/v1/crew/unit", "").json();
    assertThat(unit)
        .isEqualTo(
            new JsonObject()
                .put("id", "A02")
                .put("callsign", "一组")
                .put("plate", "湘A·12001")
                .put("stationName", "望城坡站")
                .put("availability", "committed"));
    Answer answer =
        edge.as(
            "a02",
            "PUT",
            "/api/v1/crew/availability",
            "{\"state\":\"out_of_service\",\"reason\":\"洗消\","
                + "\"expectedBackAt\":\"2026-03-01T17:00:00+08:00\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().getString("availability")).isEqualTo("out_of_service");
    assertThat(answer.json().getString("expectedBackAt")).isEqualTo("2026-03-01T09:00:00Z");
    assertThat(edge.core.commands)
        .containsExactly(
            new SetAvailability(
                new UnitId("A02"),
                Duty.OUT_OF_SERVICE,
                "洗消",
                Instant.parse("2026-03-01T09:00:00Z")));
    assertThat(edge.as("responder", "GET", "/api/v1/crew/unit", "").status()).isEqualTo(403);
  }

  @Test
  void answersRefusalsWithTheirCodes() {
    Answer late = edge.as("a01", "POST", MILESTONES, "{\"milestone\":\"transporting\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("milestone_out_of_order");
  }

  @Test
  void hidesAssignmentOfAnotherUnit() {
    for (String path : new String[] {MILESTONES, "/api/v1/crew/assignments/nothing/milestones"}) {
      Answer other = edge.as("a02", "POST", path, "{\"milestone\":\"en_route\"}");
      assertThat(other.status()).isEqualTo(404);
      assertThat(other.code()).isEqualTo("not_found");
    }
    assertThat(edge.core.commands).isEmpty();
  }

  @Test
  void repeatsAnswerForTheSameKeyAndRefusesAnotherBodyWithIt() {
    String token = edge.core.session("a01");
    String[] headers = {
      "Authorization", "Bearer " + token, "Idempotency-Key", UUID.randomUUID().toString()
    };
    Answer first = edge.send("POST", MILESTONES, "{\"milestone\":\"on_scene\"}", headers);
    Answer again = edge.send("POST", MILESTONES, "{\"milestone\":\"on_scene\"}", headers);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(first.json());
    Answer other = edge.send("POST", MILESTONES, "{\"milestone\":\"cleared\"}", headers);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency_key_reused");
    assertThat(edge.core.commands).hasSize(1);
  }

  @Test
  void knowsTapThatIsSentAgainLaterAsTheSame() {
    String token = edge.core.session("a01");
    String[] headers = {
      "Authorization", "Bearer " + token, "Idempotency-Key", UUID.randomUUID().toString()
    };
    String tap =
        "{\"milestone\":\"on_scene\",\"deviceAt\":\"2026-03-01T08:00:00Z\",\"sentAt\":\"2026-03-01T08:0%d:00Z\"}";
    edge.send("POST", MILESTONES, String.format(tap, 1), headers);
    Answer again = edge.send("POST", MILESTONES, String.format(tap, 2), headers);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(edge.core.commands).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"responder", "pedestrian"})
  void refusesWhoeverHasNoUnit(String user) {
    assertThat(edge.as(user, "GET", "/api/v1/crew/assignment", "").status()).isEqualTo(403);
    assertThat(edge.as(user, "POST", MILESTONES, "{\"milestone\":\"en_route\"}").status())
        .isEqualTo(403);
    assertThat(
            edge.as(
                    user,
                    "POST",
                    POSITIONS,
                    "{\"positions\":[{\"lng\":1,\"lat\":1,\"at\":\"2026-03-01T08:00:00Z\"}]}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void takesPositionsOfTheOwnUnitInAnyDatum() {
    Answer answer =
        edge.as(
            "a01",
            "POST",
            POSITIONS,
            """
            {"positions":[
              {"lng":112.5,"lat":28.2,"at":"2026-03-01T07:59:00Z","speedMps":10,"headingDegrees":90},
              {"lng":113.5,"lat":28.2,"at":"2026-03-01T08:05:00Z","datum":"gcj02","accuracyMeters":5}]}
            """);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    assertThat(answer.json().getInteger("accepted")).isEqualTo(2);
    assertThat(edge.core.positions)
        .containsExactly(
            new UnitPosition(
                InMemoryCore.A01,
                new LngLat(112.5, 28.2),
                Instant.parse("2026-03-01T07:59:00Z"),
                10.0,
                90.0,
                null),
            // A clock that is ahead counts as now.
            new UnitPosition(
                InMemoryCore.A01, new LngLat(112.5, 28.2), InMemoryCore.NOW, null, null, 5.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Longitude and latitude swapped, outside the Earth, and what no number is.
        "{\"lng\":28.2,\"lat\":112.9,\"at\":\"2026-03-01T07:59:00Z\"}",
        "{\"lng\":180.0001,\"lat\":28.2,\"at\":\"2026-03-01T07:59:00Z\"}",
        "{\"lng\":112.9,\"lat\":-90.0001,\"at\":\"2026-03-01T07:59:00Z\"}",
        "{\"lng\":1e999,\"lat\":28.2,\"at\":\"2026-03-01T07:59:00Z\"}",
        "{\"lng\":NaN,\"lat\":28.2,\"at\":\"2026-03-01T07:59:00Z\"}",
        "{\"lng\":Infinity,\"lat\":28.2,\"at\":\"2026-03-01T07:59:00Z\"}",
        "{\"lng\":\"112.9\",\"lat\":28.2,\"at\":\"2026-03-01T07:59:00Z\"}",
        "{\"lng\":null,\"lat\":28.2,\"at\":\"2026-03-01T07:59:00Z\"}",
        "{\"lng\":112.9,\"lat\":28.2,\"at\":\"2026-03-01T07:59:00Z\",\"speedMps\":1e999}"
      })
  void refusesPlacesThatAreNoneAndTheOthersWithThem(String position) {
    String good = "{\"lng\":112.5,\"lat\":28.2,\"at\":\"2026-03-01T07:59:00Z\"}";
    Answer answer =
        edge.as("a01", "POST", POSITIONS, "{\"positions\":[" + good + "," + position + "]}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(edge.core.positions).isEmpty();
  }

  @Test
  void refusesPositionsWhoseTimeCannotBeTrueAndTheOthersWithThem() {
    Answer answer =
        edge.as(
            "a01",
            "POST",
            POSITIONS,
            """
            {"positions":[
              {"lng":112.5,"lat":28.2,"at":"2026-02-28T08:00:00Z"},
              {"lng":112.5,"lat":28.2,"at":"2026-02-28T07:59:59Z"},
              {"lng":112.5,"lat":28.2,"at":"2026-03-01T08:10:00Z"},
              {"lng":112.5,"lat":28.2,"at":"2026-03-01T08:10:01Z"}]}
            """);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).isEqualTo("positions[1].at positions[3].at");
    assertThat(edge.core.positions).isEmpty();
  }

  @Test
  void limitsPositionReportsPerUser() {
    String body = "{\"positions\":[{\"lng\":1,\"lat\":1,\"at\":\"2026-03-01T08:00:00Z\"}]}";
    String token = edge.core.session("a01");
    Answer answer = edge.send("POST", POSITIONS, body, "Authorization", "Bearer " + token);
    for (int i = 0; i < 400 && answer.status() == 202; i++) {
      answer = edge.send("POST", POSITIONS, body, "Authorization", "Bearer " + token);
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("rate_limited");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(edge.as("a02", "POST", POSITIONS, body).status()).isEqualTo(202);
  }
}
