package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Over HTTP a hospital has its own patients, and of them nothing that is others' business. */
class HospitalScopeTest {
  private static final String CALLER = "13800001234";
  private static final String OTHERS_PHONE = "13900008888";
  private static final String WORDS = "对面三楼王家";

  private ConsoleHarness api;
  private String assignment;
  private String incident;
  private String patient;

  @BeforeEach
  void aPatientWithChestPainIsOnTheWay() throws Exception {
    api = new ConsoleHarness();
    api.center.live.withHospitals(
        List.of(hospital("H1", "13900001111"), hospital("H2", OTHERS_PHONE)));
    assignment = api.assignment("A01");
    incident = api.get("/assignments/" + assignment).json().getString("incidentId");
    patient =
        api.get("/incidents/" + incident)
            .json()
            .getJsonArray("patients")
            .getJsonObject(0)
            .getString("id");
    done(
        api.as(
            Role.DISPATCHER,
            "PATCH",
            "/incidents/" + incident,
            "{\"address\":\"" + WORDS + "\",\"note\":\"" + WORDS + "\"}"));
    api.reaches(assignment, "patient_contact");
    done(api.post(at("/chest-pain"), "{}"));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static HospitalInfo hospital(String id, String phone) {
    return new HospitalInfo(
        new HospitalId(id),
        "医院" + id,
        ConsoleHarness.PLACE,
        List.of(new HospitalCapability("pci_24x7", null)),
        null,
        null,
        List.of(new LadderLevel(1, "急诊", "console", phone)));
  }

  private String at(String path) {
    return "/patients/" + patient + path;
  }

  private static Reply done(Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isBetween(200, 201);
    return reply;
  }

  private String warned(String hospital) {
    JsonArray told =
        done(api.post(at("/chest-pain/pre-alert"), "{\"hospitalId\":\"" + hospital + "\"}"))
            .json()
            .getJsonArray("escalations");
    return told.getJsonObject(told.size() - 1).getString("id");
  }

  private Reply asHospital(String method, String path, String body) {
    return api.as(Role.HOSPITAL, method, path, body);
  }

  private static void hasNothingOfOthers(Reply reply) {
    assertThat(done(reply).body()).doesNotContain(OTHERS_PHONE, CALLER, WORDS);
  }

  /** A transfer: the patient was here, and the next hospital is being asked. */
  @Test
  void readsNothingOfWhatTheNextHospitalIsToldAndByWhom() {
    warned("H1");
    api.reaches(assignment, "at_hospital");
    done(
        asHospital(
            "POST",
            at("/chest-pain/visits"),
            "{\"hospitalId\":\"H1\",\"arrival\":\"" + api.center.now() + "\"}"));
    String theirs = warned("H2");
    assertThat(api.get(at("/chest-pain")).body()).contains(OTHERS_PHONE);

    for (String path : List.of("/incidents/" + incident, at("/chest-pain"), at("/advice"))) {
      hasNothingOfOthers(asHospital("GET", path, ""));
    }
    JsonObject own = asHospital("GET", "/incidents/" + incident, "").json();
    assertThat(own.getJsonArray("patients")).hasSize(1);
    assertThat(own.getJsonArray("calls")).isEmpty();
    assertThat(own.getJsonArray("fixes")).isEmpty();
    assertThat(own.getJsonObject("position")).isNotNull();
    hasNothingOfOthers(
        asHospital("POST", at("/chest-pain/milestones"), "{\"milestone\":\"cath_lab_activated\"}"));
    hasNothingOfOthers(
        asHospital("POST", at("/chest-pain/vitals"), "{\"systolic\":120,\"diastolic\":80}"));
    assertThat(
            asHospital("POST", "/escalations/" + theirs + "/answer", "{\"answer\":\"accepted\"}")
                .status())
        .isEqualTo(403);
    hasNothingOfOthers(asHospital("POST", at("/chest-pain/conclude"), ""));
  }

  @Test
  void saysWhenPatientsComeToItselfAndToNobodyElse() {
    warned("H1");
    String visit = "{\"hospitalId\":\"%s\",\"arrival\":\"" + api.center.now() + "\"}";
    assertThat(asHospital("POST", at("/chest-pain/visits"), visit.formatted("H2")).status())
        .isEqualTo(403);
    done(asHospital("POST", at("/chest-pain/visits"), visit.formatted("H1")));
  }

  @Test
  void readsTheAssignmentThatBringsThePatientAndNoOther() {
    assertThat(asHospital("GET", "/assignments/" + assignment, "").status()).isEqualTo(404);
    done(
        api.post(
            "/assignments/" + assignment + "/destination",
            "{\"hospitalId\":\"H1\",\"overrideReason\":\"" + WORDS + "\"}"));
    hasNothingOfOthers(asHospital("GET", "/assignments/" + assignment, ""));
    done(api.post("/assignments/" + assignment + "/cancel", "{\"reason\":\"" + WORDS + "\"}"));

    assertThat(asHospital("GET", "/assignments/" + assignment, "").status()).isEqualTo(404);
    assertThat(asHospital("GET", "/incidents/" + incident, "").status()).isEqualTo(403);
  }

  @Test
  void readsNothingMoreOnceAnotherHospitalIsChosen() {
    String asked = warned("H1");
    done(
        asHospital(
            "POST",
            "/escalations/" + asked + "/answer",
            "{\"answer\":\"cannot_accept\",\"reason\":\"导管室占用\"}"));
    assertThat(asHospital("GET", at("/chest-pain"), "").status()).isEqualTo(200);

    warned("H2");

    assertThat(asHospital("GET", at("/chest-pain"), "").status()).isEqualTo(403);
    assertThat(asHospital("GET", "/incidents/" + incident, "").status()).isEqualTo(403);
    Reply late =
        asHospital("POST", "/escalations/" + asked + "/answer", "{\"answer\":\"accepted\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("escalation_cancelled");
  }

  /** Two patients and two units that nobody was named for: each hospital has whom it is brought. */
  @Test
  void readsOfTwoPatientsTheOneWhoIsBroughtToIt() {
    done(api.post("/incidents/" + incident + "/patients", "{\"name\":\"李四\"}"));
    String second =
        done(api.post("/incidents/" + incident + "/assignments", "{\"unitId\":\"A02\"}"))
            .json()
            .getString("id");
    api.reaches(assignment, "transporting");
    api.reaches(second, "transporting");
    done(api.post("/assignments/" + assignment + "/destination", "{\"hospitalId\":\"H1\"}"));
    done(api.post("/assignments/" + second + "/destination", "{\"hospitalId\":\"H2\"}"));

    Reply seen = done(asHospital("GET", "/incidents/" + incident, ""));

    assertThat(seen.body()).doesNotContain("李四", "A02");
    assertThat(seen.json().getJsonArray("patients").getJsonObject(0).getString("id"))
        .isEqualTo(patient);
    assertThat(seen.json().getJsonArray("assignments")).hasSize(1);
  }
}
