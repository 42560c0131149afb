package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderContact;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.dispatch.view.IncidentStory;
import io.dispatch120.web.HttpProbe.Reply;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleHospitalsTest {
  private ConsoleHarness console;

  @BeforeEach
  void start() throws Exception {
    console = new ConsoleHarness();
    console.center.live.withHospitals(
        List.of(
            hospital("H2", new HospitalCapability("stroke", "by appointment")),
            hospital("H1", new HospitalCapability("pci_24x7", null))));
    console.catalogues.apply(
        IncidentStory.CENTER,
        new CatalogueEdit(
            UUID.randomUUID(),
            Actor.system("test"),
            console.catalogues.revision(IncidentStory.CENTER).result(),
            CatalogueEdit.Parts.ofHospitals(console.center.live.catalogue().hospitals())));
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static HospitalInfo hospital(String id, HospitalCapability capability) {
    return new HospitalInfo(
        new HospitalId(id),
        "医院" + id,
        ConsoleHarness.PLACE,
        List.of(capability),
        null,
        null,
        List.of(
            new LadderLevel(
                1,
                "值班护士",
                "console",
                "13900001111",
                List.of(new LadderContact("导管室", "sms", "13900002222")))));
  }

  private JsonObject shown(Role role, String id) {
    Reply reply = console.as(role, "GET", "/hospitals", "");
    assertThat(reply.status()).isEqualTo(200);
    return reply.json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(hospital -> hospital.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsWhatHospitalsCanDoNow() {
    JsonObject first = shown(Role.DISPATCHER, "H1");
    JsonObject second = shown(Role.DISPATCHER, "H2");

    assertThat(first.getJsonArray("capabilities").getJsonObject(0).getString("state"))
        .isEqualTo("open");
    assertThat(second.getJsonArray("capabilities").getJsonObject(0).getString("state"))
        .isEqualTo("unknown");
    assertThat(first.getJsonArray("problems")).containsExactly("no_pci_median");
    assertThat(first.containsKey("capacityNotice")).isFalse();
    JsonObject level = first.getJsonArray("ladder").getJsonObject(0);
    assertThat(level.getString("phone")).isEqualTo("13900001111");
    assertThat(level.getJsonArray("together").getJsonObject(0).getString("contact"))
        .isEqualTo("导管室");
  }

  @Test
  void masksNumbersForObserversAndHidesThemFromOtherHospitals() {
    assertThat(shown(Role.OBSERVER, "H1").encode()).doesNotContain("13900001111", "13900002222");
    assertThat(shown(Role.HOSPITAL, "H1").encode()).contains("13900001111", "13900002222");
    assertThat(shown(Role.HOSPITAL, "H2").encode()).doesNotContain("139");
  }

  @Test
  void showsACapacityNoticeUntilItEnds() {
    Reply posted =
        console.as(Role.HOSPITAL, "PUT", "/hospitals/H1/capacity-notice", "{\"reason\":\"导管室检修\"}");

    assertThat(posted.status()).as(posted.toString()).isEqualTo(200);
    assertThat(posted.json().getString("until"))
        .isEqualTo(console.center.now().plus(Duration.ofHours(2)).toString());
    assertThat(shown(Role.DISPATCHER, "H1").getJsonObject("capacityNotice").getString("reason"))
        .isEqualTo("导管室检修");
    Reply board = console.get("/board");
    assertThat(board.json().getJsonArray("hospitals").getJsonObject(0).getString("id"))
        .isEqualTo("H1");

    console.center.pass(Duration.ofHours(2));

    assertThat(shown(Role.DISPATCHER, "H1").containsKey("capacityNotice")).isFalse();
    assertThat(console.get("/board").json().getJsonArray("hospitals")).isEmpty();
  }

  @Test
  void liftsANotice() {
    console.as(Role.DISPATCHER, "PUT", "/hospitals/H2/capacity-notice", "{\"reason\":\"满床\"}");

    assertThat(console.as(Role.SUPERVISOR, "DELETE", "/hospitals/H2/capacity-notice", "").status())
        .isEqualTo(204);
    assertThat(shown(Role.DISPATCHER, "H2").containsKey("capacityNotice")).isFalse();
  }

  @Test
  void letsAHospitalSpeakOnlyForItself() {
    for (String path : List.of("/hospitals/H2/capacity-notice", "/hospitals/H2/on-call")) {
      String body = path.endsWith("on-call") ? "{\"entries\":[]}" : "{\"reason\":\"满床\"}";
      assertThat(console.as(Role.HOSPITAL, "PUT", path, body).status()).isEqualTo(403);
    }
    assertThat(console.as(Role.HOSPITAL, "DELETE", "/hospitals/H2/capacity-notice", "").status())
        .isEqualTo(403);
  }

  @Test
  void refusesWhatCanNotBe() {
    assertThat(
            console
                .as(Role.DISPATCHER, "PUT", "/hospitals/H9/capacity-notice", "{\"reason\":\"满\"}")
                .status())
        .isEqualTo(404);
    assertThat(
            console
                .as(Role.DISPATCHER, "PUT", "/hospitals/H1/capacity-notice", "{\"reason\":\" \"}")
                .status())
        .isEqualTo(400);
    assertThat(
            console
                .as(
                    Role.DISPATCHER,
                    "PUT",
                    "/hospitals/H1/capacity-notice",
                    "{\"reason\":\"满\",\"until\":\"2001-01-01T00:00:00Z\"}")
                .status())
        .isEqualTo(422);
  }

  @Test
  void putsTheRosterBehindTheLadder() {
    String until = console.center.now().plus(Duration.ofHours(8)).toString();
    Reply put =
        console.as(
            Role.HOSPITAL,
            "PUT",
            "/hospitals/H1/on-call",
            "{\"entries\":[{\"level\":1,\"name\":\"王医生\",\"phone\":\"13900003333\",\"until\":\"%s\"}]}"
                .formatted(until));

    assertThat(put.status()).as(put.toString()).isEqualTo(200);
    JsonObject level = shown(Role.DISPATCHER, "H1").getJsonArray("ladder").getJsonObject(0);
    assertThat(level.getJsonObject("onCall").getString("name")).isEqualTo("王医生");
    assertThat(shown(Role.OBSERVER, "H1").encode()).doesNotContain("王医生", "13900003333");

    console.center.pass(Duration.ofHours(8));

    assertThat(
            shown(Role.DISPATCHER, "H1")
                .getJsonArray("ladder")
                .getJsonObject(0)
                .containsKey("onCall"))
        .isFalse();
  }

  @Test
  void namesWhatIsWrongWithARoster() {
    Reply reply =
        console.as(
            Role.SUPERVISOR,
            "PUT",
            "/hospitals/H1/on-call",
            """
            {"entries":[{"level":7,"name":"王","until":"2001-01-01T00:00:00Z"},
                        {"level":7,"name":"李","until":"2099-01-01T00:00:00Z"}]}
            """);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getJsonArray("errors").encode())
        .contains("entries[0].level", "entries[0].until", "entries[1].level", "named twice");
  }
}
