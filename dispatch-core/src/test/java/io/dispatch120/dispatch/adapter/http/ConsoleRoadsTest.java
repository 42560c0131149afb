package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.web.HttpProbe.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleRoadsTest {
  private static final String SHAPE =
      "\"form\":\"point\",\"points\":[{\"lng\":112.95,\"lat\":28.2}]";
  private static final String CLOSE =
      "{" + SHAPE + ",\"cause\":\"flooded\",\"reason\":\"积水 40 cm\"}";
  private static final LngLat FAR_BANK = new LngLat(112.99, 28.2);

  private ConsoleHarness api;

  @BeforeEach
  void start() throws Exception {
    api = new ConsoleHarness();
    api.center.live.seen("B01", FAR_BANK, api.center.now());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private JsonObject recommended(String incident, String unit) {
    JsonArray units =
        api.get("/incidents/" + incident + "/recommendation").json().getJsonArray("units");
    return units.stream()
        .map(JsonObject.class::cast)
        .filter(option -> option.getString("unitId").equals(unit))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aClosureCountsInTheNextRecommendationUntilItIsOpened() {
    String incident = api.incident();
    assertThat(recommended(incident, "B01").getString("method")).isEqualTo("road");

    Reply preview = api.post("/road-closures/preview", "{" + SHAPE + "}");
    assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
    assertThat(api.get("/road-closures").json().getJsonArray("items")).isEmpty();
    Reply closed = api.post("/road-closures", CLOSE);
    assertThat(closed.status()).as(closed.toString()).isEqualTo(201);
    assertThat(closed.json().getJsonArray("roads")).isEqualTo(preview.json().getJsonArray("roads"));
    assertThat(closed.json().getString("closedBy")).isEqualTo("dispatcher");

    JsonObject guessed = recommended(incident, "B01");
    assertThat(guessed.getString("method")).isEqualTo("straight_line");
    assertThat(guessed.getJsonArray("reasons").getList()).contains("no_road_found");
    for (Role role : List.of(Role.DISPATCHER, Role.OBSERVER)) {
      JsonObject listed =
          api.as(role, "GET", "/road-closures", "").json().getJsonArray("items").getJsonObject(0);
      assertThat(listed).isEqualTo(closed.json());
      assertThat(api.as(role, "GET", "/board", "").json().getJsonArray("roadClosures"))
          .containsExactly(closed.json());
    }

    String path = "/road-closures/" + closed.json().getString("id");
    Reply opened = api.as(Role.SUPERVISOR, "DELETE", path, "");
    assertThat(opened.status()).as(opened.toString()).isEqualTo(204);
    assertThat(recommended(incident, "B01").getString("method")).isEqualTo("road");
    assertThat(api.as(Role.SUPERVISOR, "DELETE", path, "").code()).isEqualTo("not_found");
    assertThat(api.get("/board").json().getJsonArray("roadClosures")).isEmpty();
    JsonArray events =
        api.as(Role.SUPERVISOR, "GET", "/events?limit=500", "").json().getJsonArray("items");
    assertThat(events.getJsonObject(events.size() - 1).getString("type"))
        .isEqualTo("io.dispatch120.road_opened");
  }

  @Test
  void isClosedOnceHoweverOftenItIsSentAndAnsweredTheSame() {
    String key = "0e8dd9d7-3f7e-4b8c-9c4e-6d1c2b1a0f01";
    Reply first = api.post("/road-closures", CLOSE, "Idempotency-Key", key);
    Reply again = api.post("/road-closures", CLOSE, "Idempotency-Key", key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(api.get("/road-closures").json().getJsonArray("items")).hasSize(1);
    Reply other = api.post("/road-closures", CLOSE.replace("40", "50"), "Idempotency-Key", key);
    assertThat(other.code()).isEqualTo("idempotency_key_reused");
  }

  @Test
  void refusesWhatMeetsNoRoadAndSaysWhatToDo() {
    String elsewhere = CLOSE.replace("112.95", "112.90");
    Reply refused = api.post("/road-closures", elsewhere);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("no_road_here");
    assertThat(refused.json().getString("detail")).contains("put the point on a road");
    assertThat(
            api.post("/road-closures/preview", "{" + SHAPE.replace("112.95", "112.90") + "}")
                .json()
                .getJsonArray("roads"))
        .isEmpty();
  }

  @Test
  void refusesATimeThatIsOver() {
    String over = CLOSE.replace("}]", "}],\"until\":\"2020-01-01T00:00:00Z\"");
    assertThat(api.post("/road-closures", over).code()).isEqualTo("invalid_value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"form\":\"point\",\"points\":[{\"lng\":112.95,\"lat\":28.2},{\"lng\":113,\"lat\":28.2}]",
        "\"form\":\"line\",\"points\":[{\"lng\":112.95,\"lat\":28.2}]",
        "\"form\":\"area\",\"points\":[{\"lng\":112.95,\"lat\":28.2},{\"lng\":113,\"lat\":28.2}]",
        "\"form\":\"point\",\"points\":[]",
        "\"form\":\"point\",\"points\":[{\"lng\":28.2,\"lat\":112.95}]",
        "\"form\":\"point\",\"points\":[{\"lng\":1e999,\"lat\":28.2}]",
        "\"form\":\"point\",\"points\":[{\"lng\":NaN,\"lat\":28.2}]",
        "\"form\":\"circle\",\"points\":[{\"lng\":112.95,\"lat\":28.2}]"
      })
  void refusesAShapeThatIsNone(String shape) {
    Reply reply = api.post("/road-closures/preview", "{" + shape + "}");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
    assertThat(reply.isProblem()).isTrue();
  }

  private JsonArray routes(String incident, String query) {
    Reply reply = api.get("/incidents/" + incident + "/routes" + query);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.json().getJsonArray("items");
  }

  @Test
  void drawsTheProposalWhileTheIncidentWaitsAndWhomIsAskedFor() {
    String incident = api.incident();

    JsonArray waiting = routes(incident, "?unit=B01&unit=A02");

    assertThat(waiting.stream().map(item -> ((JsonObject) item).getString("unitId")))
        .containsExactly("A01", "B01", "A02");
    JsonObject far = waiting.getJsonObject(1);
    assertThat(far.getString("purpose")).isEqualTo("proposed");
    assertThat(far.getString("method")).isEqualTo("road");
    assertThat(far.getJsonArray("line").encode())
        .isEqualTo("[[112.99,28.2],[112.95,28.2],[112.913,28.211]]");
    assertThat(far.getDouble("etaSeconds")).isCloseTo(774.6, offset(1.0));
  }

  @Test
  void drawsAUnitToThePatientThenToItsHospital() {
    api.center.live.with(
        new HospitalInfo(new HospitalId("H1"), "湘雅", FAR_BANK, List.of(), null, 70, List.of()));
    String assignment = api.assignment("B01");
    String incident = api.get("/assignments/" + assignment).json().getString("incidentId");
    JsonObject there = routes(incident, "").getJsonObject(0);
    assertThat(there.getString("purpose")).isEqualTo("assigned");
    assertThat(there.getJsonArray("line").getJsonArray(2).encode()).isEqualTo("[112.913,28.211]");

    api.reaches(assignment, "en_route", "on_scene");
    assertThat(routes(incident, "")).as("arrived").isEmpty();
    api.reaches(assignment, "patient_contact", "transporting");
    assertThat(routes(incident, "")).as("nobody knows where to").isEmpty();
    api.post("/assignments/" + assignment + "/destination", "{\"hospitalId\":\"H1\"}");

    assertThat(routes(incident, "").getJsonObject(0).getJsonArray("line").encode())
        .isEqualTo("[[112.99,28.2],[112.99,28.2]]");
    api.reaches(assignment, "at_hospital");
    assertThat(routes(incident, "")).isEmpty();
  }

  @Test
  void refusesCoursesOfStrangersAndToNowhere() {
    String incident = api.incident();
    assertThat(api.get("/incidents/" + incident + "/routes?unit=Z99").code())
        .isEqualTo("not_found");
    assertThat(api.get("/incidents/none/routes").code()).isEqualTo("not_found");
    assertThat(
            api.get("/incidents/" + incident + "/routes?unit=1&unit=2&unit=3&unit=4&unit=5&unit=6")
                .status())
        .isEqualTo(400);
    assertThat(api.get("/incidents/" + incident + "/routes?unit=").status()).isEqualTo(400);
    String nowhere =
        api.post("/calls", "{\"phone\":\"13800001234\"}")
            .json()
            .getJsonObject("incident")
            .getString("id");
    assertThat(api.get("/incidents/" + nowhere + "/routes").code()).isEqualTo("position_unknown");
  }
}
