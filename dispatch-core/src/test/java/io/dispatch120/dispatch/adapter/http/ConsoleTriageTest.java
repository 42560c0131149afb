package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Role;
import io.dispatch120.web.HttpProbe.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTriageTest {
  private static final String PROPOSE = "{\"version\":1,\"physician\":\"王医师(主任医师)\"}";

  private ConsoleHarness api;

  @BeforeEach
  void start() throws Exception {
    api = new ConsoleHarness();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private String propose(Role role) {
    Reply proposed = api.as(role, "POST", "/triage-cards/chest_pain/proposals", PROPOSE);
    assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
    return proposed.json().getString("id");
  }

  private Reply approve(Role role, String proposal) {
    return api.as(role, "POST", "/triage-cards/chest_pain/proposals/" + proposal + "/approve", "");
  }

  private void putInForce() {
    assertThat(approve(Role.SUPERVISOR, propose(Role.ADMIN)).status()).isEqualTo(200);
  }

  private JsonObject card(String name) {
    return api.get("/triage-cards").json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(card -> card.getString("card").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String answers(String answers) {
    return "{\"card\":\"chest_pain\",\"version\":1,\"answers\":" + answers + "}";
  }

  private Reply triage(String incident, String body) {
    return api.post("/incidents/" + incident + "/triage", body);
  }

  @Test
  void twoPersonsPutACardInForceAndOneWithdrawsIt() {
    assertThat(card("chest_pain").getString("state")).isEqualTo("draft");
    String proposal = propose(Role.ADMIN);
    assertThat(card("chest_pain").getString("state")).isEqualTo("proposed");

    Reply alone = approve(Role.ADMIN, proposal);
    assertThat(alone.status()).isEqualTo(409);
    assertThat(alone.code()).isEqualTo("same_person");

    Reply approved = approve(Role.SUPERVISOR, proposal);
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    assertThat(approved.json().getString("proposedBy")).isEqualTo("admin");
    assertThat(approved.json().getString("approvedBy")).isEqualTo("supervisor");
    assertThat(card("chest_pain").getString("state")).isEqualTo("in_force");
    assertThat(card("chest_pain").getJsonArray("proposals")).containsExactly(approved.json());
    assertThat(card("cardiac_arrest").getString("state")).isEqualTo("draft");

    String withdraw = "/triage-cards/chest_pain/withdraw";
    String reason = "{\"reason\":\"新指南\"}";
    assertThat(api.as(Role.ADMIN, "POST", withdraw, reason).status()).isEqualTo(204);
    assertThat(card("chest_pain").getString("state")).isEqualTo("draft");
    assertThat(card("chest_pain").getJsonObject("withdrawn").getString("by")).isEqualTo("admin");
    assertThat(api.as(Role.ADMIN, "POST", withdraw, reason).code()).isEqualTo("card_not_in_force");
    assertThat(api.as(Role.ADMIN, "POST", withdraw, "{\"reason\":\" \"}").status()).isEqualTo(400);
  }

  @Test
  void refusesToProposeWhatIsNotInstalled() {
    String path = "/triage-cards/%s/proposals";
    assertThat(api.as(Role.ADMIN, "POST", path.formatted("stroke"), PROPOSE).status())
        .isEqualTo(404);
    assertThat(
            api.as(Role.ADMIN, "POST", path.formatted("chest_pain"), PROPOSE.replace('1', '9'))
                .status())
        .isEqualTo(404);
    assertThat(approve(Role.SUPERVISOR, "nothing").status()).isEqualTo(404);
  }

  @Test
  void answersSetPriorityAndComplaintAndAreShownWithTheIncident() {
    putInForce();
    String incident = api.incident();

    Reply reply =
        triage(
            incident,
            answers(
                "{\"conscious\":\"yes\",\"pain_now\":\"yes\",\"character\":\"pressing\",\"age\":61,"
                    + "\"onset\":\"2026-11-22T11:20:00+08:00\"}"));

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    JsonObject triage = reply.json();
    assertThat(triage.getString("priority")).isEqualTo("p1");
    assertThat(triage.getJsonArray("capabilities")).containsExactly("als", "ecg12");
    assertThat(triage.getJsonArray("instructions")).isNotEmpty();
    assertThat(triage.getBoolean("chestPainOpened")).isTrue();
    assertThat(triage.getString("symptomOnset")).isEqualTo("2026-11-22T03:20:00Z");
    assertThat(triage.getJsonObject("answers").getString("age")).isEqualTo("61");
    JsonObject shown = api.get("/incidents/" + incident).json();
    assertThat(shown.getJsonObject("triage")).isEqualTo(triage);
    assertThat(shown.getBoolean("triaged")).isTrue();
    JsonArray timeline =
        api.get("/incidents/" + incident + "/timeline").json().getJsonArray("items");
    assertThat(timeline.stream().map(JsonObject.class::cast).map(e -> e.getString("type")))
        .contains("triage_recorded", "priority_changed");
  }

  @Test
  void theNewestAnswersCount() {
    putInForce();
    String incident = api.incident();
    triage(incident, answers("{\"conscious\":\"no\",\"breathing\":\"no\"}"));

    Reply again =
        triage(
            incident,
            answers(
                "{\"conscious\":\"yes\",\"pain_now\":\"no\",\"severe_signs\":\"no\","
                    + "\"character\":\"pressing\"}"));

    assertThat(again.json().getString("priority")).isEqualTo("p2");
    assertThat(api.get("/incidents/" + incident).json().getString("priority")).isEqualTo("p2");
    assertThat(triage(incident, answers("{}")).json().getString("priority"))
        .as("nothing known may be anything")
        .isEqualTo("p1");
  }

  @Test
  void aCardThatIsNotInForceOrOfAnotherVersionIsRefused() {
    String incident = api.incident();
    assertThat(triage(incident, answers("{}")).code()).isEqualTo("card_not_in_force");
    assertThat(triage(incident, answers("{\"what\":\"ever\"}")).code())
        .as("more to the point than its answers")
        .isEqualTo("card_not_in_force");
    putInForce();

    Reply other = triage(incident, answers("{}").replace("\"version\":1", "\"version\":2"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("card_version");
    assertThat(triage(incident, answers("{}").replace("chest_pain", "stroke")).status())
        .isEqualTo(404);
    assertThat(triage("nobody", answers("{}")).status()).isEqualTo(404);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"colour\":\"red\"}|answers.colour",
        "{\"conscious\":\"perhaps\"}|answers.conscious",
        "{\"conscious\":true}|answers.conscious",
        "{\"conscious\":null}|answers.conscious",
        "{\"age\":999}|answers.age",
        "{\"age\":6.5}|answers.age",
        "{\"onset\":\"yesterday\"}|answers.onset",
        "{\"onset\":\"2030-01-01T00:00:00Z\"}|answers.onset",
      })
  void namesTheAnswersThatDoNotFit(String given, String field) {
    putInForce();

    Reply reply = triage(api.incident(), answers(given));

    assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid_request");
    assertThat(reply.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo(field);
  }

  @Test
  void isRecordedOnceHoweverOftenItIsSent() {
    putInForce();
    String path = "/incidents/" + api.incident() + "/triage";
    String key = "0e8dd9d7-3f7e-4b8c-9c4e-6d1c2b1a0f02";
    String body = answers("{\"conscious\":\"yes\"}");

    Reply first = api.post(path, body, "Idempotency-Key", key);
    Reply again = api.post(path, body, "Idempotency-Key", key);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }
}
