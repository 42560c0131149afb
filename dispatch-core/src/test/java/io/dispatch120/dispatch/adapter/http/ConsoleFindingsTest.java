package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Role;
import io.dispatch120.web.HttpProbe.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFindingsTest {
  private ConsoleHarness api;

  @BeforeEach
  void start() throws Exception {
    api = new ConsoleHarness();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private String openCase() {
    String patient =
        api.post("/calls", "{\"phone\":\"13900005999\",\"complaint\":\"chest_pain\"}")
            .json()
            .getJsonObject("incident")
            .getJsonArray("patients")
            .getJsonObject(0)
            .getString("id");
    String path = "/patients/" + patient + "/chest-pain";
    assertThat(api.post(path, "{}").status()).isEqualTo(201);
    return path;
  }

  @Test
  void asksTheChecklistOfThrombolysisAsItsAnswersAreTaken() {
    JsonObject checklist = api.get("/checklists/thrombolysis").json();
    assertThat(checklist.getBoolean("draft")).as("nobody has put it in force").isTrue();
    JsonArray questions = checklist.getJsonArray("questions");
    assertThat(questions).isNotEmpty();
    assertThat(questions.getJsonObject(0).getString("weight")).isEqualTo("absolute");
    assertThat(questions.getJsonObject(0).getJsonObject("text").fieldNames())
        .containsExactlyInAnyOrder("zh-CN", "en");

    JsonObject answers =
        new JsonObject()
            .put("checklist", checklist.getString("checklist"))
            .put("version", checklist.getInteger("version"))
            .put(
                "answers",
                new JsonObject(
                    questions.stream()
                        .map(JsonObject.class::cast)
                        .collect(Collectors.toMap(one -> one.getString("id"), one -> "no"))));
    Reply answered = api.post(openCase() + "/checklist", answers.encode());
    assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
    assertThat(answered.json().getJsonObject("checklist")).isEqualTo(answers);
  }

  @Test
  void knowsNoOtherChecklist() {
    assertThat(api.as(Role.HOSPITAL, "GET", "/checklists/thrombolysis", "").status())
        .isEqualTo(200);
    assertThat(api.get("/checklists/stroke").code()).isEqualTo("not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"oxygenSaturation\":140}",
        "{\"systolic\":351}",
        "{\"diastolic\":251}",
        "{\"heartRate\":351}",
        "{\"respiratoryRate\":121}",
        "{\"glasgowComaScale\":2}",
        "{\"glasgowComaScale\":16}"
      })
  void refusesVitalSignsThatNobodyHas(String body) {
    assertThat(api.post(openCase() + "/vitals", body).status()).isEqualTo(400);
  }
}
