package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.web.HttpProbe.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleQueriesTest {
  private ConsoleHarness api;

  @BeforeEach
  void start() throws Exception {
    api = new ConsoleHarness();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void recommendsUnitsAndRefusesWithoutAPosition() {
    Reply reply = api.get("/incidents/" + api.incident() + "/recommendation");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.json().getJsonArray("units")).isNotEmpty();
    assertThat(reply.json().getJsonArray("aeds")).isNotEmpty();
    String nowhere =
        api.post("/calls", "{\"phone\":\"13800001234\"}")
            .json()
            .getJsonObject("incident")
            .getString("id");
    Reply refused = api.get("/incidents/" + nowhere + "/recommendation");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("position_unknown");
    assertThat(api.get("/incidents/none/recommendation").code()).isEqualTo("not_found");
  }

  @Test
  void showsTheCentreWithoutThoseWhoAnswerForItsHospitals() {
    api.center.live.with(
        new HospitalInfo(
            new HospitalId("H1"),
            "湘雅",
            ConsoleHarness.PLACE,
            List.of(
                new HospitalCapability("pci_24x7", null),
                new HospitalCapability("ct", "Mo-Fr 08:00-17:00")),
            "chest_pain_center_standard",
            70,
            List.of(new LadderLevel(1, "张医生", "phone", "13900001111"))));
    for (Role role : List.of(Role.STATION, Role.HOSPITAL, Role.OBSERVER, Role.DISPATCHER)) {
      Reply reply = api.as(role, "GET", "/center", "");
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
      assertThat(reply.body()).doesNotContain("张医生").doesNotContain("13900001111");
      JsonObject center = reply.json();
      assertThat(center.getString("name")).isEqualTo("湘江");
      assertThat(center.getString("zone")).isEqualTo("Asia/Shanghai");
      assertThat(center.getBoolean("demo")).isTrue();
      assertThat(center.getJsonObject("mapCenter").getDouble("lng")).isEqualTo(112.913);
      assertThat(center.getJsonArray("serviceArea").getJsonArray(0)).hasSize(5);
      JsonObject station = center.getJsonArray("stations").getJsonObject(1);
      assertThat(station.getString("id")).isEqualTo("ST");
      assertThat(station.getString("phone")).isEqualTo("0731-88880120");
      assertThat(center.getJsonArray("hospitals").getJsonObject(0).getJsonArray("capabilities"))
          .hasSize(2);
    }
  }

  @Test
  void sendsTheCentreAgainOnlyWhenItHasChanged() {
    String tag = api.get("/center").header("ETag");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    Reply kept = center("If-None-Match", "\"other\", W/" + tag);
    assertThat(kept.status()).isEqualTo(304);
    assertThat(kept.body()).isEmpty();
    assertThat(kept.header("ETag")).isEqualTo(tag);
    assertThat(center("If-None-Match", "\"other\"").status()).isEqualTo(200);
    api.center.live.with(
        new HospitalInfo(
            new HospitalId("H2"), "新", ConsoleHarness.PLACE, List.of(), null, null, List.of()));
    Reply changed = center("If-None-Match", tag);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isNotEqualTo(tag);
  }

  private Reply center(String... headers) {
    return api.as(Role.HOSPITAL, "GET", "/center", "", headers);
  }

  @Test
  void listsUnitsInPages() {
    JsonObject first = api.get("/units?limit=2").json();
    assertThat(ids(first)).containsExactly("A01", "A02");
    JsonObject last = api.get("/units?limit=2&cursor=" + first.getString("nextCursor")).json();
    assertThat(ids(last)).containsExactly("B01");
    assertThat(last.getValue("nextCursor")).isNull();
    assertThat(api.get("/units/A01").json().getString("station")).isEqualTo("ST");
    assertThat(api.get("/units/Z9").code()).isEqualTo("not_found");
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("items").stream()
        .map(item -> ((JsonObject) item).getString("id"))
        .toList();
  }

  @Test
  void findsAedsByIdAndNearestFirst() {
    assertThat(ids(api.get("/aeds").json())).containsExactly("aed-1", "aed-2", "aed-3");
    JsonObject near = api.get("/aeds?near=112.92,28.211&limit=2").json();
    assertThat(ids(near)).containsExactly("aed-3", "aed-2");
    assertThat(near.getJsonArray("items").getJsonObject(0).getDouble("walkSeconds")).isPositive();
    assertThat(api.get("/aeds/aed-3").json().containsKey("openNow")).isTrue();
    assertThat(api.get("/aeds/none").code()).isEqualTo("not_found");
    assertThat(api.get("/aeds?near=181,28").fields()).isEqualTo("near");
    Reply swapped = api.get("/aeds?near=28.211,112.92");
    assertThat(swapped.status()).isEqualTo(400);
    assertThat(swapped.body()).contains("longitude first");
    assertThat(api.get("/aeds?near=NaN,28").fields()).isEqualTo("near");
    assertThat(api.get("/aeds?near=here").fields()).isEqualTo("near");
    assertThat(api.get("/aeds?near=112.9,28.2&datum=mars").fields()).isEqualTo("datum");
    assertThat(api.get("/aeds?near=112.9,28.2&openAt=2026-11-22T20:00:00%2B08:00").status())
        .isEqualTo(200);
  }

  @Test
  void convertsCoordinatesBetweenDatums() {
    JsonObject shifted = api.get("/datum?lng=112.933373&lat=28.2317248&from=wgs84&to=gcj02").json();
    assertThat(shifted.getDouble("lng")).isCloseTo(112.938812046, within(1e-6));
    assertThat(shifted.getDouble("lat")).isCloseTo(28.228208985, within(1e-6));
    JsonObject baidu =
        api.get("/datum?lng=112.938812046&lat=28.228208985&from=gcj02&to=bd09").json();
    assertThat(baidu.getDouble("lng")).isCloseTo(112.945284545, within(1e-6));
    JsonObject same = api.get("/datum?lng=112.9&lat=28.2&from=cgcs2000&to=wgs84").json();
    assertThat(same).isEqualTo(new JsonObject().put("lng", 112.9).put("lat", 28.2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lng=28.2&lat=112.9&from=gcj02&to=wgs84|lat",
        "lng=NaN&lat=28.2&from=gcj02&to=wgs84|lng",
        "lng=112.9&lat=Infinity&from=gcj02&to=wgs84|lat",
        "lng=181&lat=28.2&from=gcj02&to=wgs84|lng",
        "lng=east&lat=28.2&from=gcj02&to=wgs84|lng",
        "lat=28.2&from=gcj02&to=wgs84|lng",
        "lng=112.9&lat=28.2&from=gcj02|to",
        "lng=112.9&lat=28.2&from=mars&to=wgs84|from",
        "lng=112.9&lat=28.2&from=GCJ02&to=wgs84|from",
        "lng=112.9&lat=28.2&lat=28.3&from=gcj02&to=wgs84|lat"
      })
  void refusesToConvertWhatIsNoPosition(String query, String field) {
    Reply reply = api.get("/datum?" + query);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.isProblem()).isTrue();
    assertThat(reply.fields()).isEqualTo(field);
  }

  @Test
  void listsIncidentsInPagesAndFiltered() {
    for (int i = 0; i < 3; i++) {
      api.incident();
    }
    JsonObject page = api.get("/incidents?limit=2&priority=p1").json();
    assertThat(page.getJsonArray("items")).hasSize(2);
    assertThat(page.getString("nextCursor")).isNotNull();
    assertThat(api.get("/incidents?cursor=nonsense").fields()).isEqualTo("cursor");
    assertThat(api.get("/incidents?status=open").fields()).isEqualTo("status");
    assertThat(api.get("/incidents?from=2026").fields()).isEqualTo("from");
  }

  @Test
  void givesTheJournalAsCloudEventsWithoutAGap() {
    api.assignment("A01");
    Reply all = api.as(Role.INTEGRATION, "GET", "/events", "");
    JsonArray items = all.json().getJsonArray("items");
    for (int i = 0; i < items.size(); i++) {
      JsonObject event = items.getJsonObject(i);
      assertThat(event.getString("sequence")).isEqualTo(Integer.toString(i + 1));
      assertThat(event.getString("specversion")).isEqualTo("1.0");
      assertThat(event.getString("type"))
          .isEqualTo("io.dispatch120." + event.getJsonObject("data").getString("type"));
    }
    JsonObject page = api.as(Role.SUPERVISOR, "GET", "/events?after=1&limit=2", "").json();
    assertThat(page.getJsonArray("items").getJsonObject(0).getString("sequence")).isEqualTo("2");
    assertThat(page.getString("nextCursor")).isEqualTo("3");
    assertThat(api.as(Role.SUPERVISOR, "GET", "/events?after=-1", "").fields()).isEqualTo("after");
  }

  @Test
  void showsTheBoardNowAndBefore() {
    api.incident();
    Reply board = api.get("/board");
    assertThat(board.json().getJsonArray("incidents")).hasSize(1);
    assertThat(board.json().getJsonArray("units")).hasSize(3);
    assertThat(api.get("/board?at=" + api.center.now().minusSeconds(60)).status()).isEqualTo(200);
    assertThat(api.get("/board?at=2999-01-01T00:00:00Z").fields()).isEqualTo("at");
  }

  @Test
  void servesItsContract() {
    Reply reply = api.send("GET", "/api/openapi.yaml", "");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).startsWith("openapi: 3.1.0");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }
}
