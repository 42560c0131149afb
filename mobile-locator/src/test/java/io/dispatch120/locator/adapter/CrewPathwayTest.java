package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.ChecklistAnswers;
import io.dispatch120.dispatch.api.Command.AnswerChecklist;
import io.dispatch120.dispatch.api.Command.CancelPreAlert;
import io.dispatch120.dispatch.api.Command.ChangePatient;
import io.dispatch120.dispatch.api.Command.ChooseDestination;
import io.dispatch120.dispatch.api.Command.OpenChestPain;
import io.dispatch120.dispatch.api.Command.RecordBypass;
import io.dispatch120.dispatch.api.Command.RecordCaseMilestone;
import io.dispatch120.dispatch.api.Command.RecordDiagnosis;
import io.dispatch120.dispatch.api.Command.RecordTroponin;
import io.dispatch120.dispatch.api.Command.RecordVitals;
import io.dispatch120.dispatch.api.Command.RemoveCaseMilestone;
import io.dispatch120.dispatch.api.Command.SendPreAlert;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientDetails;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.api.Troponin;
import io.dispatch120.dispatch.api.Vitals;
import io.dispatch120.locator.adapter.Edge.Answer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrewPathwayTest {
  private static final String PATIENT = "/api/v1/crew/patients/p1";
  private static final String CASE = PATIENT + "/chest-pain";
  private static final MilestoneSource CREW = MilestoneSource.CREW;

  private final Edge edge = new Edge();

  @AfterEach
  void stop() {
    edge.close();
  }

  private Answer post(String path, String body) {
    return edge.as("a01", "POST", path, body);
  }

  @Test
  void showsCasesPreAlertsAndHospitalsWithTheAssignment() {
    JsonObject view = edge.as("a01", "GET", "/api/v1/crew/assignment", "").json();
    assertThat(view.getJsonArray("cases").getJsonObject(0).getString("diagnosis"))
        .isEqualTo("stemi");
    assertThat(view.getJsonArray("preAlerts").getJsonObject(0).getString("state"))
        .isEqualTo("accepted");
    assertThat(view.getJsonArray("hospitals").getJsonObject(0))
        .isEqualTo(
            new JsonObject(
                "{\"id\":\"h1\",\"name\":\"湘雅三医院\",\"accreditation\":\"chest_pain_centre\","
                    + "\"capabilities\":[\"pci_24x7\"]}"));
  }

  @Test
  void opensTheCaseAndTellsItsStepsWithTheTimesOfTheDevice() {
    assertThat(post(CASE, "{\"symptomOnset\":\"2026-03-01T06:00:00Z\"}").status()).isEqualTo(201);
    assertThat(
            post(
                    CASE + "/milestones",
                    "{\"milestone\":\"first_ecg\",\"deviceAt\":\"2026-03-01T07:50:00Z\","
                        + "\"sentAt\":\"2026-03-01T07:50:01Z\"}")
                .status())
        .isEqualTo(200);
    assertThat(
            post(
                    CASE + "/milestones",
                    "{\"milestone\":\"first_ecg\",\"at\":\"2026-03-01T07:48:00Z\",\"reason\":\"补记\"}")
                .status())
        .isEqualTo(200);
    assertThat(post(CASE + "/milestones/blood_drawn/remove", "{\"reason\":\"点错\"}").status())
        .isEqualTo(200);
    assertThat(edge.core.commands)
        .containsExactly(
            new OpenChestPain(PathwaySamples.P1, Instant.parse("2026-03-01T06:00:00Z"), CREW),
            new RecordCaseMilestone(
                PathwaySamples.P1,
                CaseMilestone.FIRST_ECG,
                CREW,
                null,
                Instant.parse("2026-03-01T07:50:00Z"),
                Instant.parse("2026-03-01T07:50:01Z"),
                null),
            new RecordCaseMilestone(
                PathwaySamples.P1,
                CaseMilestone.FIRST_ECG,
                CREW,
                Instant.parse("2026-03-01T07:48:00Z"),
                null,
                null,
                new Personal("补记")),
            new RemoveCaseMilestone(
                PathwaySamples.P1, CaseMilestone.BLOOD_DRAWN, CREW, new Personal("点错")));
  }

  @Test
  void diagnosesAndWarnsTheHospital() {
    assertThat(post(CASE + "/diagnosis", "{\"diagnosis\":\"stemi\"}").status()).isEqualTo(200);
    assertThat(
            post(
                    CASE + "/pre-alert",
                    "{\"hospitalId\":\"h1\",\"strategy\":\"primary_pci\",\"advised\":\"h2\","
                        + "\"overrideReason\":\"家属要求\"}")
                .status())
        .isEqualTo(201);
    assertThat(
            post(PATIENT + "/pre-alerts", "{\"hospitalId\":\"h1\",\"kind\":\"stroke\"}").status())
        .isEqualTo(201);
    assertThat(
            post(PATIENT + "/pre-alerts/cancel", "{\"hospitalId\":\"h1\",\"reason\":\"好转\"}")
                .status())
        .isEqualTo(200);
    assertThat(post("/api/v1/crew/assignments/t1/destination", "{\"hospitalId\":\"h1\"}").status())
        .isEqualTo(200);
    HospitalId h1 = new HospitalId("h1");
    assertThat(edge.core.commands)
        .containsExactly(
            new RecordDiagnosis(PathwaySamples.P1, Diagnosis.STEMI, CREW, null, null, null),
            new SendPreAlert(
                PathwaySamples.P1,
                h1,
                PreAlertKind.CHEST_PAIN,
                Strategy.PRIMARY_PCI,
                new HospitalId("h2"),
                new Personal("家属要求")),
            new SendPreAlert(PathwaySamples.P1, h1, PreAlertKind.STROKE, null, null, null),
            new CancelPreAlert(PathwaySamples.P1, h1, new Personal("好转")),
            new ChooseDestination(new AssignmentId("t1"), h1, null));
  }

  @Test
  void takesMeasurementsAsOldAsTheirTapHoweverWrongTheClock() {
    // The phone is an hour fast; the tap waited for two minutes.
    assertThat(
            post(
                    CASE + "/vitals",
                    "{\"systolic\":88,\"heartRate\":110,\"deviceAt\":\"2026-03-01T09:00:00Z\","
                        + "\"sentAt\":\"2026-03-01T09:02:00Z\"}")
                .status())
        .isEqualTo(200);
    assertThat(
            post(
                    CASE + "/troponin",
                    "{\"test\":\"hs-cTnT\",\"value\":\"<3\",\"unit\":\"ng/L\",\"positive\":false}")
                .status())
        .isEqualTo(200);
    Instant now = InMemoryCore.NOW;
    assertThat(edge.core.commands)
        .containsExactly(
            new RecordVitals(
                PathwaySamples.P1,
                new Vitals(now.minusSeconds(120), 88, null, 110, null, null, null),
                CREW),
            new RecordTroponin(
                PathwaySamples.P1, new Troponin("hs-cTnT", "<3", "ng/L", false, null, now), CREW));
  }

  @Test
  void takesChecklistBypassAndWhoThePatientIs() {
    assertThat(
            post(
                    CASE + "/checklist",
                    "{\"checklist\":\"thrombolysis\",\"version\":1,\"answers\":{\"stroke\":\"no\"}}")
                .status())
        .isEqualTo(200);
    assertThat(
            post(CASE + "/bypass", "{\"emergencyDepartment\":true,\"coronaryCareUnit\":false}")
                .status())
        .isEqualTo(200);
    assertThat(edge.as("a01", "PATCH", PATIENT, "{\"sex\":\"male\",\"ageYears\":61}").status())
        .isEqualTo(200);
    assertThat(edge.core.commands)
        .containsExactly(
            new AnswerChecklist(
                PathwaySamples.P1,
                new ChecklistAnswers("thrombolysis", 1, Map.of("stroke", "no")),
                CREW),
            new RecordBypass(PathwaySamples.P1, true, false, CREW),
            new ChangePatient(
                PathwaySamples.P1, new PatientDetails(null, Sex.MALE, 61, null, null, null)));
  }

  @Test
  void advisesAndShowsTheChecklistOrSaysThatThereIsNone() {
    JsonObject advice = edge.as("a01", "GET", PATIENT + "/advice?kind=chest_pain", "").json();
    assertThat(advice.getJsonArray("options")).hasSize(1);
    assertThat(edge.as("a02", "GET", PATIENT + "/advice", "").status()).isEqualTo(204);
    assertThat(
            edge.as("a01", "GET", "/api/v1/crew/checklists/thrombolysis", "")
                .json()
                .getBoolean("draft"))
        .isTrue();
    assertThat(edge.as("a01", "GET", "/api/v1/crew/checklists/other", "").status()).isEqualTo(204);
    assertThat(edge.as("a01", "GET", PATIENT + "/advice?kind=cold", "").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/chest-pain|{}",
        "POST|/chest-pain/milestones|{\"milestone\":\"first_ecg\"}",
        "POST|/chest-pain/diagnosis|{\"diagnosis\":\"stemi\"}",
        "POST|/chest-pain/vitals|{\"systolic\":90}",
        "POST|/chest-pain/pre-alert|{\"hospitalId\":\"h1\"}",
        "POST|/pre-alerts|{\"hospitalId\":\"h1\",\"kind\":\"trauma\"}",
        "PATCH||{\"ageYears\":61}",
      })
  void hidesThePatientsOfOthers(String method, String path, String body) {
    String rest = path == null ? "" : path;
    assertThat(edge.as("a02", method, PATIENT + rest, body).status()).isEqualTo(404);
    assertThat(edge.as("a01", method, "/api/v1/crew/patients/p9" + rest, body).status())
        .isEqualTo(404);
    assertThat(edge.as("responder", method, PATIENT + rest, body).status()).isEqualTo(403);
    assertThat(edge.core.commands).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/chest-pain/vitals|{\"systolic\":351}",
        "/chest-pain/vitals|{\"glasgowComaScale\":2}",
        "/chest-pain/troponin|{\"test\":\"x\",\"value\":\" \",\"unit\":\"ng/L\"}",
        "/chest-pain/milestones|{\"milestone\":\"lunch\"}",
        "/chest-pain/milestones/lunch/remove|{\"reason\":\"x\"}",
        "/chest-pain/diagnosis|{\"diagnosis\":\"flu\"}",
        "/chest-pain/checklist|{\"checklist\":\"t\",\"version\":1,\"answers\":{\"a\":\"maybe\"}}",
        "/pre-alerts|{\"hospitalId\":\"h1\",\"kind\":\"chest_pain\"}",
        "/pre-alerts/cancel|{\"hospitalId\":\"h1\"}",
      })
  void refusesWhatCannotBe(String path, String body) {
    assertThat(post(PATIENT + path, body).status()).isEqualTo(400);
    assertThat(edge.core.commands).isEmpty();
  }

  @Test
  void knowsTapThatIsSentAgainLaterAsTheSame() {
    String token = edge.core.session("a01");
    String[] headers = {
      "Authorization", "Bearer " + token, "Idempotency-Key", UUID.randomUUID().toString()
    };
    String tap =
        "{\"milestone\":\"first_ecg\",\"deviceAt\":\"2026-03-01T08:00:00Z\",\"sentAt\":\"2026-03-01T08:0%d:00Z\"}";
    edge.send("POST", CASE + "/milestones", String.format(tap, 1), headers);
    Answer again = edge.send("POST", CASE + "/milestones", String.format(tap, 2), headers);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(edge.core.commands).hasSize(1);
  }
}
