package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.view.IncidentStory;
import io.dispatch120.web.HttpProbe.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportApiTest {
  private static final String LIST =
      """
      编号,名称,经度,纬度,开放时间
      T-1,市民中心,112.945,28.202,周一至周五 9:00-17:00
      T-2,图书馆,112.946,28.203,看通知
      T-3,体育馆,,,
      """;

  private ConsoleHarness api;

  @BeforeEach
  void start() throws Exception {
    api = new ConsoleHarness();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Reply csv(String query, byte[] list) {
    return api.sendBytes(
        Role.ADMIN, "POST", "/import/aeds" + query, list, "Content-Type", "text/csv");
  }

  private Reply csv(String query, String list) {
    Reply reply = csv(query, list.getBytes(StandardCharsets.UTF_8));
    if (reply.status() == 200) {
      assertThat(
              ConsoleHarness.CONTRACT.errors(
                  "POST", "/api/v1/import/aeds", reply.status(), reply.body()))
          .isEmpty();
    }
    return reply;
  }

  @Test
  void importsAListAndShowsItAtOnce() {
    Reply reply = csv("?datum=wgs84", LIST);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    JsonObject report = reply.json();
    assertThat(report.getInteger("imported")).isEqualTo(2);
    assertThat(report.getInteger("refused")).isEqualTo(1);
    JsonArray rows = report.getJsonArray("rows");
    assertThat(rows.getJsonObject(1).getJsonArray("warnings").getList())
        .containsExactly("hours_unknown");
    assertThat(rows.getJsonObject(2).getString("outcome")).isEqualTo("refused");
    assertThat(rows.getJsonObject(2).getInteger("row")).isEqualTo(4);
    JsonObject aed = api.as(Role.ADMIN, "GET", "/aeds/T-1", "").json();
    assertThat(aed.getString("openingHours")).isEqualTo("Mo-Fr 09:00-17:00");
    assertThat(api.get("/aeds/T-2").json().getValue("openNow")).isNull();
    assertThat(csv("?datum=wgs84", LIST).json().getInteger("unchanged")).isEqualTo(2);
  }

  @Test
  void changesNothingInADryRun() {
    assertThat(csv("?dryRun=true&datum=gcj02", LIST).json().getInteger("imported")).isEqualTo(2);
    assertThat(api.get("/aeds/T-1").status()).isEqualTo(404);
  }

  @Test
  void takesEncodingsSeparatorsAndMappings() {
    byte[] gbk = LIST.replace(',', ';').getBytes(Charset.forName("GBK"));
    JsonObject report = csv("?datum=wgs84", gbk).json();
    assertThat(report.getString("form")).contains("GB18030", "semicolons");
    assertThat(report.getJsonObject("mapping").getJsonArray("name").getList())
        .containsExactly("名称");
    Reply mapped =
        csv(
            "?datum=wgs84&mapping=%7B%22columns%22%3A%7B%22name%22%3A%22b%22%2C%22lng%22%3A%22c%22%2C%22lat%22%3A%22d%22%7D%7D",
            "a,b,c,d\nx,站,112.95,28.21\n");
    assertThat(mapped.json().getInteger("imported")).as(mapped.toString()).isEqualTo(1);
    assertThat(csv("?mapping=%7B%22colums%22%3A1%7D", LIST).fields()).isEqualTo("mapping");
  }

  @Test
  void importsGeoJson() {
    String json =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"node/5\","
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[112.95,28.21]},\"properties\":{\"name\":\"x\"}}]}";
    Reply reply = geoJson(json);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.json().getJsonArray("notes").toString()).doesNotContain("wgs84");
    assertThat(api.get("/aeds/node-5").status()).isEqualTo(200);
    assertThat(geoJson("{").status()).isEqualTo(400);
    assertThat(geoJson("{").code()).isEqualTo("bad_json");
    assertThat(geoJson("{\"a\":" + "[".repeat(50_000)).code()).isEqualTo("bad_json");
    assertThat(geoJson("[]").status()).isEqualTo(422);
    assertThat(geoJson("{\"type\":\"Feature\"}").status()).isEqualTo(422);
  }

  private Reply geoJson(String json) {
    return api.as(Role.ADMIN, "POST", "/import/aeds", json, "Content-Type", "application/geo+json");
  }

  @Test
  void warnsWhenNobodySaidTheDatum() {
    assertThat(csv("", LIST).json().getJsonArray("notes").getString(0)).contains("gcj02");
    assertThat(csv("?datum=mars", LIST).fields()).isEqualTo("datum");
  }

  @Test
  void refusesOtherRolesOtherCentresAndOtherBodies() {
    for (Role role : new Role[] {Role.DISPATCHER, Role.SUPERVISOR, Role.OBSERVER, Role.CREW}) {
      Reply reply = api.as(role, "POST", "/import/aeds", LIST, "Content-Type", "text/csv");
      assertThat(reply.status()).isEqualTo(403);
    }
    assertThat(api.send("POST", "/api/v1/import/aeds", LIST, "Content-Type", "text/csv").status())
        .isEqualTo(401);
    assertThat(csv("?center=elsewhere", LIST).status()).isEqualTo(403);
    assertThat(csv("?center=" + IncidentStory.CENTER, LIST).status()).isEqualTo(200);
    assertThat(api.as(Role.ADMIN, "POST", "/import/aeds", LIST).status()).isEqualTo(415);
    assertThat(
            api.as(Role.ADMIN, "POST", "/import/ships", LIST, "Content-Type", "text/csv").status())
        .isEqualTo(400);
    assertThat(csv("", "").status()).isEqualTo(400);
    assertThat(csv("", "foo,bar\n1,2\n").code()).isEqualTo("mapping_unclear");
    assertThat(csv("?encoding=klingon", LIST).fields()).isEqualTo("encoding");
  }

  @Test
  void refusesWhatIsTooLargeAndGoesOn() {
    byte[] huge = new byte[(32 << 20) + 1];
    Arrays.fill(huge, (byte) 'a');
    Reply reply = csv("?datum=wgs84", huge);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(413);
    assertThat(
            api.sendBytes(Role.DISPATCHER, "POST", "/import/aeds", huge, "Content-Type", "text/csv")
                .status())
        .isEqualTo(403);
    assertThat(csv("?datum=wgs84", LIST).status()).isEqualTo(200);
  }

  @Test
  void takesAsMuchAsTheContractSays() {
    StringBuilder list = new StringBuilder("id,name,lng,lat,remarks\n");
    String remark = "r".repeat(400);
    for (int i = 0; i < 70_000; i++) {
      list.append("L-").append(i).append(",设备").append(i).append(",112.9,28.2,").append(remark);
      list.append('\n');
    }
    Reply reply = csv("?datum=wgs84&dryRun=true", list.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(reply.status()).as(reply.code()).isEqualTo(200);
    assertThat(reply.json().getInteger("imported")).isEqualTo(70_000);
  }

  @Test
  void entersCorrectsAndTakesOutSingleDevices() {
    String entry =
        "{\"name\":\"新设备\",\"position\":{\"lng\":112.95,\"lat\":28.21},\"hoursText\":\"每天 8:00-20:00\"}";
    Reply created = api.as(Role.ADMIN, "PUT", "/aeds/NEW-1", entry);
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    assertThat(created.json().getString("openingHours")).isEqualTo("08:00-20:00");
    Reply corrected =
        api.as(
            Role.ADMIN,
            "PUT",
            "/aeds/NEW-1",
            "{\"name\":\"改名\",\"position\":{\"lng\":112.95,\"lat\":28.21},\"access\":\"public\",\"readiness\":\"ok\"}");
    assertThat(corrected.status()).isEqualTo(200);
    assertThat(corrected.json().getString("name")).isEqualTo("改名");
    assertThat(api.as(Role.ADMIN, "PUT", "/aeds/NEW-1", "{\"name\":\"x\"}").fields())
        .isEqualTo("position");
    assertThat(api.as(Role.ADMIN, "DELETE", "/aeds/NEW-1", "").status()).isEqualTo(204);
    assertThat(api.get("/aeds/NEW-1").status()).isEqualTo(404);
    assertThat(api.as(Role.ADMIN, "DELETE", "/aeds/NEW-1", "").code()).isEqualTo("not_found");
    assertThat(api.as(Role.DISPATCHER, "DELETE", "/aeds/aed-1", "").status()).isEqualTo(403);
  }
}
