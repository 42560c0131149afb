package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.datum.ChineseDatums;
import io.dispatch120.web.HttpProbe.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleApiTest {
  private ConsoleHarness api;

  @BeforeEach
  void start() throws Exception {
    api = new ConsoleHarness();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static String withMilestone(String milestone) {
    return "{\"milestone\":\"" + milestone + "\"}";
  }

  @Test
  void opensAnIncidentForACall() {
    Reply reply =
        api.post(
            "/calls",
            """
            {"phone":"138 0000-1234","callerName":"李","callerWithPatient":"yes","address":"麓谷","complaint":"chest_pain",
             "note":"n","location":{"lng":112.9,"lat":28.2,"radiusMeters":30,"source":"link"},"sendLink":true}
            """);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    JsonObject call = reply.json().getJsonObject("call");
    JsonObject incident = reply.json().getJsonObject("incident");
    assertThat(call.getString("incidentId")).isEqualTo(incident.getString("id"));
    assertThat(call.getString("phone")).isEqualTo("138 0000-1234");
    assertThat(incident.getString("status")).isEqualTo("waiting");
    assertThat(incident.getString("complaint")).isEqualTo("chest_pain");
    assertThat(incident.getJsonArray("patients")).hasSize(1);
    assertThat(reply.json().getString("locatorUrl")).startsWith("https://120.test/l/");
    assertThat(reply.json().getJsonArray("possibleDuplicates")).isEmpty();
    assertThat(api.get("/incidents/" + incident.getString("id")).json().getJsonArray("calls"))
        .containsExactly(call);
  }

  @Test
  void givesTheFirstAnswerAgainForTheSameKey() {
    String key = UUID.randomUUID().toString();
    Reply first = api.post("/calls", "{\"phone\":\"13800001234\"}", "Idempotency-Key", key);
    Reply again = api.post("/calls", "{\"phone\":\"13800001234\"}", "Idempotency-Key", key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    Reply other = api.post("/calls", "{\"phone\":\"13800009999\"}", "Idempotency-Key", key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency_key_reused");
    Reply someoneElse =
        api.as(
            Role.SUPERVISOR,
            "POST",
            "/calls",
            "{\"phone\":\"13800001234\"}",
            "Idempotency-Key",
            key);
    assertThat(someoneElse.json().getJsonObject("call").getString("id"))
        .isNotEqualTo(first.json().getJsonObject("call").getString("id"));
  }

  @Test
  void linksACallToAnotherIncidentAndBack() {
    String target = api.incident();
    JsonObject second = api.post("/calls", "{\"phone\":\"13900005678\"}").json();
    String call = second.getJsonObject("call").getString("id");
    Reply linked =
        api.post(
            "/calls/" + call + "/link", "{\"incidentId\":\"" + target + "\",\"samePatient\":true}");
    assertThat(linked.status()).as(linked.toString()).isEqualTo(200);
    assertThat(linked.json().getString("id")).isEqualTo(target);
    assertThat(linked.json().getJsonArray("calls")).hasSize(2);
    Reply unlinked = api.post("/calls/" + call + "/unlink", "");
    assertThat(unlinked.json().getString("id"))
        .isEqualTo(second.getJsonObject("incident").getString("id"));
    assertThat(api.post("/calls/" + call + "/unlink", "").code()).isEqualTo("call_not_linked");
    assertThat(api.post("/calls/none/unlink", "").status()).isEqualTo(404);
  }

  @Test
  void changesDetailsOnlyInTheVersionThatWasEdited() {
    String path = "/incidents/" + api.incident();
    Reply first = api.as(Role.DISPATCHER, "PATCH", path, "{\"priority\":\"p2\"}", "If-Match", "0");
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(first.header("ETag")).isEqualTo("\"1\"");
    assertThat(api.get(path).header("ETag")).isEqualTo("\"1\"");
    Reply late = api.as(Role.DISPATCHER, "PATCH", path, "{\"note\":\"x\"}", "If-Match", "\"0\"");
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.code()).isEqualTo("version_mismatch");
    assertThat(api.as(Role.DISPATCHER, "PATCH", path, "{\"note\":\"x\"}").status()).isEqualTo(200);
    assertThat(api.as(Role.DISPATCHER, "PATCH", path, "{}").fields()).isEqualTo("body");
    assertThat(api.as(Role.DISPATCHER, "PATCH", path, "{\"note\":\"x\"}", "If-Match", "x").fields())
        .isEqualTo("If-Match");
  }

  @Test
  void addsAndChangesPatients() {
    String incident = api.incident();
    Reply added =
        api.post(
            "/incidents/" + incident + "/patients",
            "{\"name\":\"张\",\"sex\":\"female\",\"ageYears\":70,\"tag\":\"red\"}");
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
    Reply changed =
        api.as(
            Role.DISPATCHER,
            "PATCH",
            "/patients/" + added.json().getString("id"),
            "{\"findings\":\"胸痛\"}");
    assertThat(changed.json().getString("findings")).isEqualTo("胸痛");
    assertThat(changed.json().getInteger("ageYears")).isEqualTo(70);
    assertThat(api.as(Role.DISPATCHER, "PATCH", "/patients/none", "{\"tag\":\"red\"}").status())
        .isEqualTo(404);
  }

  @Test
  void convertsPositionsFromOtherDatums() {
    String incident = api.incident();
    LngLat shifted = new ChineseDatums().fromWgs84(new LngLat(112.9, 28.2), Datum.GCJ02);
    Reply reply =
        api.post(
            "/incidents/" + incident + "/locations",
            "{\"lng\":%s,\"lat\":%s,\"source\":\"confirmed\",\"datum\":\"gcj02\"}"
                .formatted(shifted.lng(), shifted.lat()));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    JsonObject fix = reply.json().getJsonObject("fix");
    assertThat(
            new LngLat(fix.getDouble("lng"), fix.getDouble("lat"))
                .distanceMetersTo(new LngLat(112.9, 28.2)))
        .isLessThan(0.1);
    assertThat(reply.json().getJsonObject("position").getDouble("lng"))
        .isEqualTo(fix.getDouble("lng"));
    Reply reported =
        api.post(
            "/incidents/" + incident + "/locations",
            "{\"lng\":112.91,\"lat\":28.2,\"source\":\"link\",\"radiusMeters\":12.5}");
    assertThat(reported.json().getJsonObject("fix").getDouble("radiusMeters")).isEqualTo(12.5);
    assertThat(
            api.post(
                    "/incidents/" + incident + "/locations",
                    "{\"lng\":0,\"lat\":0,\"source\":\"aml\"}")
                .code())
        .isEqualTo("invalid_value");
  }

  @Test
  void sendsLinksAndMessages() {
    String incident = api.incident();
    Reply link = api.post("/incidents/" + incident + "/locator-link", "");
    assertThat(link.status()).as(link.toString()).isEqualTo(201);
    assertThat(link.json().getString("url")).startsWith("https://120.test/l/");
    Reply message = api.post("/incidents/" + incident + "/messages", "{\"text\":\"车已出发\"}");
    assertThat(message.status()).isEqualTo(201);
    assertThat(message.json().getString("from")).isEqualTo("dispatcher");
    assertThat(api.post("/incidents/" + incident + "/messages", "{\"text\":\" \"}").fields())
        .isEqualTo("text");
  }

  @Test
  void leadsAnAssignmentThroughItsMilestonesToAClosedIncident() {
    String assignment = api.assignment("A01");
    String path = "/assignments/" + assignment;
    String incident = api.get(path).json().getString("incidentId");
    assertThat(
            api.post("/incidents/" + api.incident() + "/assignments", "{\"unitId\":\"A01\"}")
                .code())
        .isEqualTo("unit_committed");
    assertThat(
            api.post("/incidents/" + incident + "/close", "{\"outcome\":\"transported\"}").code())
        .isEqualTo("incident_busy");
    api.reaches(assignment, "acknowledged", "en_route", "on_scene", "patient_contact");
    Reply again = api.post(path + "/milestones", withMilestone("on_scene"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("milestone_out_of_order");
    assertThat(
            api.post(path + "/destination", "{\"hospitalId\":\"H1\"}")
                .json()
                .getString("destinationHospitalId"))
        .isEqualTo("H1");
    api.reaches(assignment, "transporting");
    assertThat(api.post(path + "/milestones/transporting/withdraw", "").json().getString("status"))
        .isEqualTo("patient_contact");
    api.reaches(assignment, "transporting", "at_hospital", "handed_over", "cleared");
    assertThat(api.post(path + "/cancel", "{\"reason\":\"x\"}").code())
        .isEqualTo("assignment_ended");
    Reply closed = api.post("/incidents/" + incident + "/close", "{\"outcome\":\"transported\"}");
    assertThat(closed.json().getString("status")).isEqualTo("closed");
    assertThat(api.post("/incidents/" + incident + "/reopen", "{\"reason\":\"x\"}").status())
        .isEqualTo(403);
    Reply reopened =
        api.as(Role.SUPERVISOR, "POST", "/incidents/" + incident + "/reopen", "{\"reason\":\"x\"}");
    assertThat(reopened.json().getString("status")).isEqualTo("awaiting_closure");
    JsonArray timeline =
        api.get("/incidents/" + incident + "/timeline").json().getJsonArray("items");
    assertThat(timeline.stream().map(e -> ((JsonObject) e).getString("type")))
        .startsWith("incident_opened", "call_received")
        .contains("unit_assigned", "unit_en_route", "milestone_withdrawn", "incident_closed")
        .endsWith("incident_reopened");
  }

  @Test
  void letsASupervisorCorrectATime() {
    String assignment = api.assignment("A01");
    api.reaches(assignment, "acknowledged", "en_route");
    String at = api.center.now().minusSeconds(1).toString();
    Reply corrected =
        api.as(
            Role.SUPERVISOR,
            "PATCH",
            "/assignments/" + assignment + "/milestones/en_route",
            "{\"at\":\"" + at + "\",\"reason\":\"radio\"}");
    assertThat(corrected.status()).as(corrected.toString()).isEqualTo(200);
    assertThat(
            corrected.json().getJsonObject("milestones").getJsonObject("en_route").getString("at"))
        .isEqualTo(at);
  }

  @Test
  void declinesAndCancels() {
    Reply declined =
        api.post("/assignments/" + api.assignment("A01") + "/decline", "{\"reason\":\"爆胎\"}");
    assertThat(declined.json().getString("status")).isEqualTo("declined");
    Reply cancelled =
        api.post("/assignments/" + api.assignment("A02") + "/cancel", "{\"reason\":\"误报\"}");
    assertThat(cancelled.json().getString("status")).isEqualTo("cancelled");
    assertThat(cancelled.json().getString("endReason")).isEqualTo("误报");
  }

  @Test
  void preemptsOnlyForASupervisor() {
    String incident = api.incident();
    String body = "{\"unitId\":\"A01\",\"preempt\":true}";
    assertThat(api.post("/incidents/" + incident + "/assignments", body).code())
        .isEqualTo("forbidden");
    assertThat(
            api.as(Role.SUPERVISOR, "POST", "/incidents/" + incident + "/assignments", body)
                .status())
        .isEqualTo(201);
  }

  @Test
  void declaresUnitsOutOfService() {
    Reply reply =
        api.as(
            Role.DISPATCHER,
            "PUT",
            "/units/A01/availability",
            "{\"state\":\"out_of_service\",\"reason\":\"洗消\",\"expectedBackAt\":\"2026-11-22T05:00:00Z\"}");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.json().getString("availability")).isEqualTo("out_of_service");
    String incident = api.incident();
    assertThat(api.post("/incidents/" + incident + "/assignments", "{\"unitId\":\"A01\"}").code())
        .isEqualTo("unit_out_of_service");
    assertThat(api.post("/incidents/" + incident + "/assignments", "{\"unitId\":\"Z9\"}").status())
        .isEqualTo(404);
    assertThat(
            api.as(Role.DISPATCHER, "PUT", "/units/Z9/availability", "{\"state\":\"available\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void takesPositionsAndTrustsNoClockAheadOfItsOwn() {
    Reply reply =
        api.post(
            "/units/A01/positions",
            """
            {"positions":[{"lng":112.9,"lat":28.2,"at":"2026-11-22T03:00:00+00:00","speedMps":3,"headingDegrees":90},
                          {"lng":112.9,"lat":28.2,"at":"2999-01-01T00:00:00Z","datum":"gcj02"}]}
            """);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
    assertThat(api.positions).hasSize(2);
    assertThat(api.positions.get(0).speedMps()).isEqualTo(3);
    assertThat(api.positions.get(1).at()).isEqualTo(api.center.now());
    assertThat(api.positions.get(1).position().lng()).isNotEqualTo(112.9);
    assertThat(
            api.post(
                    "/units/Z9/positions",
                    "{\"positions\":[{\"lng\":1,\"lat\":1,\"at\":\"2026-11-22T03:00:00Z\"}]}")
                .status())
        .isEqualTo(404);
    Reply wrong =
        api.post(
            "/units/A01/positions",
            "{\"positions\":[{\"lng\":1,\"lat\":1,\"at\":\"2026-11-22T03:00:00Z\"},{\"lng\":181,\"lat\":1}]}");
    assertThat(wrong.fields()).isEqualTo("positions[1].lng positions[1].at");
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
    Reply reply =
        api.post("/units/A01/positions", "{\"positions\":[" + good + "," + position + "]}");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
    assertThat(api.positions).isEmpty();
  }

  @Test
  void saysWhetherAnythingWasStoredWhenTheDatabaseIsAway() {
    api.center.away = new StorageUnavailable("away", false, new RuntimeException());
    Reply not = api.post("/calls", "{\"phone\":\"13800001234\"}");
    assertThat(not.status()).isEqualTo(503);
    assertThat(not.code()).isEqualTo("storage_unavailable");
    api.center.away = new StorageUnavailable("away", true, new RuntimeException());
    assertThat(api.post("/calls", "{\"phone\":\"13800001234\"}").code())
        .isEqualTo("outcome_unknown");
  }
}
